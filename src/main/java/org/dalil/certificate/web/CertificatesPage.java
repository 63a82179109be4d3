package org.dalil.certificate.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dalil.certificate.OwnCertificates;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.certificate.entity.CertificateRow.State;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/certificates.xhtml}: a candidate's own certificates, with a reminder before they end. */
@Named("certificatesPage")
@RequestScoped
public class CertificatesPage {

    @Inject OwnCertificates certificates;
    @Inject CurrentPage page;
    @Inject PageTexts texts;
    @Inject CertificateWords words;
    @Inject Clock clock;

    private List<Line> lines = List.of();

    /** @param reminder null where nothing has to be done */
    public record Line(String id, String number, String track, String issued, String until, String state, String tone, String reminder,
                       String ground) { }

    public void open() throws IOException {
        Optional<List<CertificateRow>> mine = VisitCookie.read(page.request()).flatMap(certificates::mine);
        if (mine.isEmpty()) {
            page.leadTo("/exam");
            return;
        }
        lines = mine.get().stream().map(this::line).toList();
    }

    private Line line(CertificateRow row) {
        State state = row.state(clock.instant());
        String until = words.day(row.expires());
        String reminder = !row.isToRenew(clock.instant()) ? null
                : texts.of(state == State.ENDING ? "certificate.own.ending" : "certificate.own.ended", until);
        return new Line(row.id().toString(), String.valueOf(row.number()), words.track(row.track().slug()), words.day(row.issued()), until,
                texts.get("certificate.state." + state), state == State.VALID ? "ok" : "off", reminder,
                row.ground() == null ? null : texts.get("certificate.ground." + row.ground()));
    }

    public List<Line> getLines() {
        return lines;
    }
}
