package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dalil.certificate.control.CertificatePaper.Column;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.Order;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.exam.entity.Person;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Sealing;

/** Makes a certificate from an order: code, signature, badge and paper, all from one claim. */
@ApplicationScoped
public class Issuing {

    /** What the paper is sealed with: names are on it. */
    static final String SEALED_BY = "certificate-paper";

    @Inject SigningKeys signing;
    @Inject CertificateStore store;
    @Inject CredentialWriter credentials;
    @Inject CertificatePaper papers;
    @Inject Sealing sealing;
    @Inject Keys keys;
    @Inject Clock clock;

    public Certificate issue(Order order, Person person) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Certificate certificate = new Certificate(order, now);
        CertificateCode code = store.code(certificate.id());
        PublicKeyHalf key = signing.current();
        List<Column> columns = CertificatePaper.columns(person.names());
        List<String> names = columns.stream().map(Column::name).toList();
        Claim claim = Claim.of(key, code, order.number(), now, certificate.expiresAt(), order.track().slug(),
                HexFormat.of().formatHex(keys.random(8)), names);
        String qr = claim.qr(signing.sign(key, claim.content()));
        String badge = credentials.badge(key, certificate, claim, names, order);
        certificate.signed(key.id(), store.mac(code), qr, badge);
        byte[] file = papers.write(columns, new CertificatePaper.Content(claim, order.passed(), Optional.ofNullable(order.firstPassed()), code, qr, badge));
        int version = keys.newest(SEALED_BY);
        certificate.printed(sealing.seal(SEALED_BY, version, file, certificate.id().toString()), version);
        store.add(certificate);
        return certificate;
    }

    /** Whether this version of the key is the one that papers were sealed with. A missing one is not made by asking. */
    boolean opens(int version) {
        return store.first(version).stream()
                .allMatch(c -> sealing.open(SEALED_BY, version, c.paper(), c.id().toString()).isPresent());
    }

    /** The paper, as it was issued. */
    public byte[] paper(Certificate certificate) {
        return sealing.open(SEALED_BY, certificate.paperKey(), certificate.paper(), certificate.id().toString())
                .orElseThrow(() -> new org.dalil.platform.entity.Refused("certificate.paper.lost"));
    }
}
