package org.dalil.certificate;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.dalil.certificate.control.CertificateStore;
import org.dalil.certificate.control.Issuing;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.exam.CandidateSignIn;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.CandidateVisit;
import org.dalil.exam.entity.Renewal;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;

/** A holder's own certificates: the browser's cookie is the permission. */
@Door
public class OwnCertificates {

    private static final int MOST = 50;

    @Inject CandidateSignIn signIn;
    @Inject CertificateStore store;
    @Inject Issuing issuing;

    /** Those of this browser's candidate, the newest first; nothing if nobody is signed in here. */
    @OpenToAll
    @Transactional
    public Optional<List<CertificateRow>> mine(String cookie) {
        return signIn.visit(cookie).map(visit -> store.of(List.of(visit.candidate()), MOST));
    }

    /** How far this browser's candidate is with the renewal of their certificate; nothing if there is none to renew. */
    @OpenToAll
    @Transactional
    public Optional<Renewal> renewal(String cookie) {
        return signIn.self(cookie).map(CandidateRow::renewal);
    }

    /** The paper; nothing if it is not this browser's candidate's own. */
    @OpenToAll
    @Transactional
    public Optional<byte[]> paper(String cookie, CertificateId id) {
        return own(cookie, id).map(issuing::paper);
    }

    /** The Open Badge; nothing if it is not this browser's candidate's own. */
    @OpenToAll
    @Transactional
    public Optional<String> badge(String cookie, CertificateId id) {
        return own(cookie, id).map(Certificate::credential);
    }

    private Optional<Certificate> own(String cookie, CertificateId id) {
        Optional<CandidateVisit> visit = signIn.visit(cookie);
        return visit.filter(v -> store.of(List.of(v.candidate()), MOST).stream().anyMatch(row -> row.id().equals(id)))
                .map(v -> store.get(id));
    }
}
