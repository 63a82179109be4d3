package org.dalil.certificate.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Track;

/** A certificate as it was issued. It is never changed: a wrong one is revoked. */
@Entity
@Table(name = "certificate")
public class Certificate {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "number")
    private int number;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "track")
    @Enumerated(EnumType.STRING)
    private Track track;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "code_mac")
    private byte[] codeMac;

    @Column(name = "qr")
    private String qr;

    @Column(name = "credential")
    private String credential;

    @Column(name = "paper")
    private byte[] paper;

    @Column(name = "paper_key")
    private int paperKey;

    protected Certificate() { }

    /** Begins a certificate: its id is what its code is made from. */
    public Certificate(Order order, Instant now) {
        id = CertificateId.make().value();
        number = order.number();
        candidateId = order.candidate().value();
        track = order.track();
        issuedAt = now;
        expiresAt = order.expires();
    }

    /** Signed, in both forms. */
    public void signed(String key, byte[] mac, String square, String badge) {
        keyId = key;
        codeMac = mac.clone();
        qr = square;
        credential = badge;
    }

    /** Printed, and sealed for this certificate's id. */
    public void printed(byte[] sealed, int key) {
        paper = sealed.clone();
        paperKey = key;
    }

    public CertificateId id() {
        return new CertificateId(id);
    }

    public int number() {
        return number;
    }

    public CandidateId candidate() {
        return new CandidateId(candidateId);
    }

    public Track track() {
        return track;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String keyId() {
        return keyId;
    }

    public String qr() {
        return qr;
    }

    /** The Open Badge, a VC-JWT. */
    public String credential() {
        return credential;
    }

    public byte[] paper() {
        return paper.clone();
    }

    public int paperKey() {
        return paperKey;
    }
}
