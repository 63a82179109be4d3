package org.dalil.exam.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.exam.Candidates;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateList;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Invitation;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;
import org.dalil.platform.web.SiteFacts;

/** {@code staff/exam/candidates.xhtml}: who is to be examined: found by name, added alone or from an academy's list, invited on paper. */
@Named
@ViewScoped
public class ExamCandidatesPage implements Serializable {

    /** In the request and not in the page, which lives on. */
    private static final String PRINTED = ExamCandidatesPage.class.getName() + ".printed";

    @Inject Candidates candidates;
    @Inject ExamWords words;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject SiteFacts site;
    @Inject HttpServletRequest request;

    private List<CandidateRow> rows = List.of();
    private String sought = "";
    private String arabic;
    private String kurdish;
    private String latin;
    private String profession;
    private String reference;
    private String extra = "0";
    private String track = Track.COMMUNITY_POLICE.slug();
    private CandidateList preview;
    private String done;
    private transient Part file;

    /** Before the page is made. */
    public void open() {
        rows = candidates.find(sought);
    }

    public void search() {
        done = null;
    }

    public void add() {
        try {
            CandidateId id = candidates.add(form.get(), new Person(new Spellings(arabic, kurdish, latin), profession, reference),
                    Track.of(track).orElseThrow(() -> new Refused("exam.row.track")), percent());
            done = texts.get("exam.candidates.added");
            print(candidates.invite(form.get(), List.of(id)));
            arabic = kurdish = latin = profession = reference = null;
        } catch (Refused e) {
            problems.add(field(e), e);
        }
    }

    private static String field(Refused e) {
        return switch (e.key()) {
            case "exam.name.kurdish" -> "kurdish";
            case "exam.name.latin" -> "latin";
            case "exam.person.profession" -> "profession";
            case "exam.person.reference" -> "reference";
            case "exam.candidate.extra" -> "extra";
            default -> "arabic";
        };
    }

    private int percent() {
        try {
            return Integer.parseInt(extra == null ? "0" : extra.strip());
        } catch (NumberFormatException none) {
            throw new Refused("exam.candidate.extra");
        }
    }

    /** Reads a list and shows what it would add. */
    public void read() {
        preview = null;
        done = null;
        try (InputStream in = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            preview = candidates.preview(in.readAllBytes());
        } catch (Refused e) {
            problems.add("file", e);
        } catch (IOException broken) {
            problems.add("file", "exam.list.broken");
        }
    }

    /** Adds the lines that were taken. */
    public void take() {
        if (preview == null) {
            // The second of two clicks: what the first one did stands on the page.
            return;
        }
        int count = candidates.addAll(form.get(), preview);
        preview = null;
        done = texts.of("exam.candidates.taken", count);
    }

    public void drop() {
        preview = null;
    }

    /** Makes invitations for those shown who have no password yet. */
    public void inviteAll() {
        print(candidates.invite(form.get(), rows.stream().filter(r -> r.state() != CandidateRow.State.SIGNED_UP).map(CandidateRow::id).toList()));
        done = null;
    }

    /** Makes another invitation for one. */
    public void invite(Row row) {
        print(candidates.invite(form.get(), List.of(row.id())));
        done = null;
    }

    /** A line. */
    public record Row(CandidateId id, String number, String name, String profession, String track, String state, String severity,
                      String learning, String missing) { }

    public List<Row> getRows() {
        return rows.stream().map(c -> new Row(c.id(), words.digits(c.number()), name(c.person()), c.person() == null ? "" : c.person().profession(),
                texts.get("exam.track." + c.track().slug()), texts.get("exam.candidates.state." + c.state().name().toLowerCase(java.util.Locale.ROOT).replace("_", "-")),
                c.state() == CandidateRow.State.SIGNED_UP ? "success" : c.state() == CandidateRow.State.INVITED ? "info" : "warning",
                words.progress(c), words.missing(c))).toList();
    }

    /** A name in the reader's spelling; a sentence where the key of names is lost. */
    private String name(Person person) {
        return Optional.ofNullable(person).map(p -> p.names().shown(language.getTag())).orElseGet(() -> texts.get("exam.candidates.unreadable"));
    }

    /** A line of a list that was refused. */
    public record Refusal(String line, String why) { }

    public List<Refusal> getRefusals() {
        return preview.refused().stream().map(r -> new Refusal(texts.of("exam.list.line", r.line()), texts.of(r.refusal()))).toList();
    }

    /** The names of a list that are taken. */
    public List<String> getTakenNames() {
        return preview.taken().stream().map(r -> String.join(" · ", r.person().names().all().toList())).toList();
    }

    public String getPreviewSentence() {
        return texts.of("exam.list.sentence", preview.taken().size(), preview.refused().size());
    }

    public boolean isPreviewed() {
        return preview != null;
    }

    public boolean isTakable() {
        return !preview.taken().isEmpty();
    }

    public boolean isOldEncoding() {
        return preview.isOldEncoding();
    }

    /** The codes are in this one answer and nowhere after it. */
    private void print(List<Invitation> invitations) {
        request.setAttribute(PRINTED, invitations);
    }

    @SuppressWarnings("unchecked") // Set above and nowhere else.
    private List<Invitation> printed() {
        return isPrinted() ? (List<Invitation>) request.getAttribute(PRINTED) : List.of();
    }

    /** An invitation as it is printed. */
    public record Paper(String number, String name, String code) { }

    public List<Paper> getPapers() {
        return printed().stream().map(i -> new Paper(words.digits(i.number()), name(i.person()), i.code().printed())).toList();
    }

    public boolean isPrinted() {
        return request.getAttribute(PRINTED) != null;
    }

    /** The tracks, by their names. */
    public Map<String, String> getTracks() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Track t : Track.values()) {
            choices.put(texts.get("exam.track." + t.slug()), t.slug());
        }
        return choices;
    }

    public String getDone() {
        return done;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getSought() {
        return sought;
    }

    public void setSought(String sought) {
        this.sought = sought == null ? "" : sought;
    }

    public String getArabic() {
        return arabic;
    }

    public void setArabic(String arabic) {
        this.arabic = arabic;
    }

    public String getKurdish() {
        return kurdish;
    }

    public void setKurdish(String kurdish) {
        this.kurdish = kurdish;
    }

    public String getLatin() {
        return latin;
    }

    public void setLatin(String latin) {
        this.latin = latin;
    }

    public String getProfession() {
        return profession;
    }

    public void setProfession(String profession) {
        this.profession = profession;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getExtra() {
        return extra;
    }

    public void setExtra(String extra) {
        this.extra = extra;
    }

    public String getTrack() {
        return track;
    }

    public void setTrack(String track) {
        this.track = track;
    }
}
