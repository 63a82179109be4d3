package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dalil.exam.entity.Reason;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Sealing;

/** Words of certifiers about candidates: they may name somebody, so they lie under the key of names. */
@ApplicationScoped
public class SealedWords {

    @Inject Sealing sealing;
    @Inject Keys keys;

    /** Sealed words. @param version of the key */
    public record Sealed(byte[] words, int version) { }

    /** @param of what they are about; they open for nothing else */
    public Sealed seal(String of, Reason reason) {
        int version = keys.newest(People.SEALED_BY);
        return new Sealed(sealing.seal(People.SEALED_BY, version, reason.text().getBytes(StandardCharsets.UTF_8), of), version);
    }

    /** Nothing if the key is lost. */
    public Optional<Reason> open(String of, byte[] words, int version) {
        return sealing.open(People.SEALED_BY, version, words, of).map(text -> new Reason(new String(text, StandardCharsets.UTF_8)));
    }
}
