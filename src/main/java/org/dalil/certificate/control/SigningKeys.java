package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.platform.control.DataDirectory;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.Refused;

/**
 * The keys that sign certificates: Ed25519 (RFC 8032) from the JDK. Each secret half is a file in the directory of keys, outside
 * the database and the data directory; only its owner can read it.
 */
@ApplicationScoped
public class SigningKeys {

    @Inject Installation installation;
    @Inject SigningKeyStore store;
    @Inject Clock clock;

    private final Map<String, PrivateKey> read = new ConcurrentHashMap<>();

    /** The key that signs now; made if there has never been one. */
    public PublicKeyHalf current() {
        return store.current().orElseGet(this::renew);
    }

    /** Makes a key that signs from now on. Those of before stay published. */
    public PublicKeyHalf renew() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            PublicKeyHalf half = PublicKeyHalf.of(pair.getPublic(), clock.instant());
            DataDirectory.createPrivate(file(half).getParent());
            DataDirectory.writePrivate(file(half), Base64.getEncoder().encode(pair.getPrivate().getEncoded()));
            store.take(half);
            return half;
        } catch (IOException e) {
            throw new IllegalStateException("The directory of keys can't be written: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /** As {@link #renew}, in place of one that was lost. */
    public PublicKeyHalf replace() {
        store.lose();
        return renew();
    }

    /** Which loss of a key that signs the next one would be: 1 is the first. */
    int nextLoss() {
        return store.losses() + 1;
    }

    /** The file, within the directory of keys, of the secret half that should sign now, if it is not there or is another's. */
    public Optional<String> lost() {
        return store.current().filter(key -> !fits(key)).map(key -> installation.keys().relativize(file(key)).toString());
    }

    /** Whether there is such a file in the directory of keys. */
    boolean isThere(String file) {
        return Files.exists(installation.keys().resolve(file));
    }

    private boolean fits(PublicKeyHalf key) {
        byte[] message = key.id().getBytes(StandardCharsets.US_ASCII);
        try {
            return key.verifies(message, sign(key, message));
        } catch (Refused notThere) {
            return false;
        }
    }

    /** @throws Refused if the secret half is not where it should be */
    public byte[] sign(PublicKeyHalf key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(read.computeIfAbsent(key.id(), id -> secret(key)));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    private PrivateKey secret(PublicKeyHalf key) {
        try {
            byte[] encoded = Base64.getDecoder().decode(Files.readString(file(key), StandardCharsets.US_ASCII).strip());
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException lost) {
            throw new Refused("certificate.key.lost");
        }
    }

    private Path file(PublicKeyHalf key) {
        return installation.keys().resolve("certificates").resolve(key.id() + ".key");
    }
}
