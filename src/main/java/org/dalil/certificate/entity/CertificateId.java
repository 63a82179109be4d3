package org.dalil.certificate.entity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.dalil.platform.entity.NewId;

/** Names a certificate inside; never on it. */
public record CertificateId(UUID value) implements Serializable {

    static CertificateId make() {
        return new CertificateId(NewId.next());
    }

    /** From an address; nothing if it is no id. */
    public static Optional<CertificateId> of(String text) {
        try {
            return Optional.of(new CertificateId(UUID.fromString(text)));
        } catch (IllegalArgumentException | NullPointerException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
