package org.dalil.certificate.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.dalil.certificate.Certificates;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.certificate.entity.CertificateRow.State;
import org.dalil.certificate.entity.Ground;
import org.dalil.certificate.entity.Progress;
import org.dalil.certificate.entity.ToRenew;
import org.dalil.certificate.entity.Which;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Held;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Renewal;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Attachment;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SiteFacts;

/** {@code staff/certificate/list.xhtml}: what was issued and what is being issued; one at a time can be opened, revoked, issued again. */
@Named
@ViewScoped
public class CertificateListPage implements Serializable {

    @Inject Certificates certificates;
    @Inject CertificateWords words;
    @Inject Problems problems;
    @Inject PageTexts texts;
    @Inject CurrentLanguage language;
    @Inject SiteFacts site;
    @Inject Clock clock;

    private String sought = "";
    private Which which = Which.ALL;
    private List<Line> lines = List.of();
    private long all;
    private Line chosen;
    private String ground = "";
    private String done;
    private Progress progress;

    /** A certificate as it is shown; the holder's name is read when it is shown, and kept no longer than the page. */
    public record Line(CertificateId id, String number, String holder, String track, String issued, String until, String state,
                       String severity, boolean revoked, String ground, String renewal) implements Serializable { }

    /** A key. @param id the beginning of its thumbprint @param until null for the one that signs now */
    public record KeyLine(String id, String until) { }

    /** Before the page is made. */
    public void open() {
        progress = certificates.progress();
        List<ToRenew> found = which == Which.ALL ? certificates.find(sought).stream().map(row -> new ToRenew(row, null)).toList()
                : certificates.toRenew(which);
        Map<CandidateId, Person> holders = certificates.holders(found.stream().map(ToRenew::certificate).toList());
        lines = found.stream().map(one -> line(one.certificate(), one.renewal(), holders.get(one.certificate().candidate()))).toList();
        all = lines.size() < Certificates.SHOWN || which == Which.ALL ? lines.size() : certificates.countToRenew(which);
    }

    private Line line(CertificateRow row, Renewal renewal, Person person) {
        State state = row.state(clock.instant(), site.getZone());
        String severity = switch (state) {
            case VALID -> "success";
            case ENDING -> "warning";
            default -> "danger";
        };
        String holder = person == null ? "—" : person.names().shown(language.getTag());
        return new Line(row.id(), String.valueOf(row.number()), holder, words.track(row.track().slug()), words.day(row.issued()),
                words.day(row.expires()), texts.get("certificate.state." + state), severity, row.ground() != null,
                row.ground() == null ? "" : texts.get("certificate.ground." + row.ground()), renewal(renewal));
    }

    private String renewal(Renewal renewal) {
        if (renewal == null || renewal.state() == Held.State.EARLY) {
            return "";
        }
        return !renewal.isOpen() ? texts.get("certificate.list.late")
                : renewal.path().length() == 0 ? texts.get("exam.renewal.soon") : renewal.path().isComplete() ? texts.get("certificate.list.ready")
                : texts.of("certificate.list.learnt", renewal.path().done(), renewal.path().length());
    }

    /** Looks for a name or a number, among all. */
    public void find() {
        close();
        which = Which.ALL;
    }

    /** Shows those that were chosen. */
    public void show() {
        close();
        sought = "";
    }

    /** Which ones can be shown. */
    public Map<String, Which> getChoices() {
        Map<String, Which> all = new LinkedHashMap<>();
        for (Which one : Which.values()) {
            all.put(texts.get("certificate.list." + one.name().toLowerCase(Locale.ROOT)), one);
        }
        return all;
    }

    /** How many of how many are shown; empty if that is all. */
    public String getCut() {
        return all <= lines.size() ? "" : texts.of("certificate.list.cut", lines.size(), all);
    }

    /** Whether the list says how far holders are with their renewals. */
    public boolean isRenewals() {
        return which != Which.ALL;
    }

    public Which getWhich() {
        return which;
    }

    public void setWhich(Which which) {
        this.which = which == null ? Which.ALL : which;
    }

    public void choose(Line line) {
        close();
        chosen = line;
    }

    public void close() {
        chosen = null;
        ground = "";
        done = null;
    }

    public void revoke() {
        if (ground == null || ground.isBlank()) {
            problems.add("ground", "certificate.one.groundMissing");
            return;
        }
        Ground why = Ground.valueOf(ground);
        change(() -> {
            int with = certificates.revoke(chosen.id(), why);
            return texts.of("certificate.one.revoked", chosen.number()) + (with == 0 ? "" : " " + texts.of("certificate.one.revokedWith", with));
        });
    }

    public void reissue() {
        change(() -> {
            certificates.reissue(chosen.id());
            return texts.of("certificate.one.reissued", chosen.number());
        });
    }

    /** @param change does it, and says what was done */
    private void change(Supplier<String> change) {
        try {
            String said = change.get();
            close();
            done = said;
        } catch (Refused e) {
            problems.add("ground", e);
        }
    }

    /** What could not be issued is tried again. */
    public void retry() {
        close();
        certificates.retry();
    }

    public void rotate() {
        close();
        certificates.rotateKey();
        done = texts.get("certificate.keys.rotated");
    }

    /** Answers with the paper instead of a page. */
    public void paper(Line line) {
        try {
            byte[] file = certificates.paper(line.id());
            Attachment.send("application/pdf", "certificate-" + line.number() + ".pdf", out -> out.write(file));
        } catch (Refused e) {
            problems.add("", e);
        }
    }

    public List<Line> getLines() {
        return lines;
    }

    public Line getChosen() {
        return chosen;
    }

    public String getDone() {
        return done;
    }

    /** How far the issuing is, in a sentence. */
    public String getProgressText() {
        return texts.of("certificate.progress", progress.done(), progress.ordered());
    }

    public Progress getProgress() {
        return progress;
    }

    /** Why some can't be issued; null if none. */
    public String getProblem() {
        return progress.failed() == 0 ? null
                : texts.of("certificate.progress.failed", progress.failed()) + " " + texts.get(progress.problem());
    }

    public List<KeyLine> getKeys() {
        return certificates.keys().stream().map(key -> new KeyLine(key.id().substring(0, 16) + "…", key.retired().map(words::day).orElse(null))).toList();
    }

    /** The reasons there are. */
    public Map<String, String> getGrounds() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Ground one : Ground.values()) {
            all.put(texts.get("certificate.ground." + one), one.name());
        }
        return all;
    }

    public String getSought() {
        return sought;
    }

    public void setSought(String sought) {
        this.sought = sought;
    }

    public String getGround() {
        return ground;
    }

    public void setGround(String ground) {
        this.ground = ground;
    }
}
