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
import org.dalil.exam.entity.Path;
import org.dalil.exam.entity.Renewal;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SiteFacts;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/certificates.xhtml}: a candidate's own certificates, with a reminder before they end. */
@Named("certificatesPage")
@RequestScoped
public class CertificatesPage {

    @Inject OwnCertificates certificates;
    @Inject CurrentPage page;
    @Inject PageTexts texts;
    @Inject CertificateWords words;
    @Inject SiteFacts site;
    @Inject Clock clock;

    private List<Line> lines = List.of();
    private Renewal renewal;

    /** @param reminder null where nothing has to be done @param step what to do next, or null @param path whether that is on the page of the path */
    public record Line(String id, String number, String track, String issued, String until, String state, String tone, String reminder,
                       String step, boolean path, String ground) { }

    public void open() throws IOException {
        Optional<List<CertificateRow>> mine = VisitCookie.read(page.request()).flatMap(certificates::mine);
        if (mine.isEmpty()) {
            page.leadTo("/exam");
            return;
        }
        renewal = VisitCookie.read(page.request()).flatMap(certificates::renewal).orElse(null);
        lines = mine.get().stream().map(this::line).toList();
    }

    private Line line(CertificateRow row) {
        State state = row.state(clock.instant(), site.getZone());
        String until = words.day(row.expires());
        Optional<Renewal> due = Optional.ofNullable(renewal).filter(r -> r.held().number() == row.number() && row.isToRenew(clock.instant(), site.getZone()));
        String reminder = due.map(r -> texts.of(r.isOpen() ? state == State.ENDING ? "certificate.own.ending" : "certificate.own.ended"
                : "certificate.own.late", until)).orElse(null);
        Optional<Path> way = due.filter(Renewal::isOpen).map(Renewal::path).filter(p -> p.length() > 0);
        String step = way.map(p -> p.isComplete() ? texts.get("certificate.own.seat") : texts.of("certificate.own.learn", p.length() - p.done()))
                .orElse(null);
        return new Line(row.id().toString(), String.valueOf(row.number()), words.track(row.track().slug()), words.day(row.issued()), until,
                texts.get("certificate.state." + state), state == State.VALID ? "ok" : "off", reminder, step,
                way.filter(p -> !p.isComplete()).isPresent(),
                row.ground() == null ? null : texts.get("certificate.ground." + row.ground()));
    }

    public List<Line> getLines() {
        return lines;
    }
}
