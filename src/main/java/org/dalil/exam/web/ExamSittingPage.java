package org.dalil.exam.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dalil.exam.Appeals;
import org.dalil.exam.SittingRecords;
import org.dalil.exam.entity.Appeal;
import org.dalil.exam.entity.AppealView;
import org.dalil.exam.entity.Judging;
import org.dalil.exam.entity.Reason;
import org.dalil.exam.entity.Redraw;
import org.dalil.exam.entity.SittingRecord;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;

/** {@code staff/exam/sitting.xhtml}: what is known of one sitting, another attempt in its place, the review that was asked for. */
@Named
@ViewScoped
public class ExamSittingPage implements Serializable {

    /** In the request and not in the page, which lives on. */
    private static final String REDRAW = ExamSittingPage.class.getName() + ".redraw";
    private static final String LIFTED = "lifted";
    private static final UUID NONE = new UUID(0, 0);

    @Inject SittingRecords records;
    @Inject Appeals appeals;
    @Inject ExamWords words;
    @Inject ExamJudgesWords judges;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject HttpServletRequest request;

    private UUID id;
    private transient SittingRecord record;
    private transient AppealView appeal;
    private transient Judging judging;
    private transient String own;
    private String outcome = "";
    private List<String> positions = new ArrayList<>();
    private String reason = "";
    private String wait = "";
    private String why = "";

    /** Before the page is made. Asked in any case: who may not is told so, with or without a sitting in the address. */
    public void open() {
        if (id == null) {
            id = asked(request.getParameter("s")).orElse(NONE);
        }
        try {
            record = records.of(id);
            appeal = appeals.of(id).orElse(null);
            judging = appeals.judging(id).orElse(null);
        } catch (Refused none) {
            record = null;
        }
    }

    public boolean isReady() {
        return record != null;
    }

    private static Optional<UUID> asked(String typed) {
        try {
            return Optional.ofNullable(typed).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public void grant() throws IOException {
        try {
            records.grant(form.get(), id, lifts(), why);
            openAgain();
        } catch (Refused e) {
            problems.add("why", e);
        }
    }

    /** With the sitting in the address, so that the page can be reloaded and read in another language. */
    private void openAgain() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect("/staff/exam/sitting.xhtml?s=" + id);
    }

    /** Opens the questions and answers; they are in this one answer and nowhere after it. */
    public void look() {
        try {
            request.setAttribute(REDRAW, appeals.look(id, own));
        } catch (Refused e) {
            problems.add("own", e);
        }
    }

    /** Says that none of the questions of others is faulty, so that somebody else may decide. */
    public void second() throws IOException {
        try {
            appeals.second(id, own);
            openAgain();
        } catch (Refused e) {
            problems.add("own", e);
        }
    }

    public void decide() throws IOException {
        try {
            Appeal.Outcome chosen = Appeal.Outcome.of(outcome).orElseThrow(() -> new Refused("exam.appeal.unsaid"));
            boolean lifted = chosen == Appeal.Outcome.ATTEMPT && lifts();
            appeals.decide(form.get(), id, chosen, chosen == Appeal.Outcome.STRUCK ? positions.stream().map(Integer::valueOf).sorted().toList()
                    : List.of(), lifted, reason);
            openAgain();
        } catch (Refused e) {
            problems.add(field(e.key()), e);
        }
    }

    private static String field(String key) {
        return switch (key) {
            case "exam.appeal.unsaid" -> "outcome";
            case "exam.appeal.which", "exam.strike.own" -> "positions";
            case "exam.grant.unsaid" -> "appealWait";
            default -> "reason";
        };
    }

    /** Whether a review was asked for. */
    public boolean isAppealed() {
        return appeal != null;
    }

    /** Whether it waits for a decision. */
    public boolean isUndecided() {
        return appeal != null && appeal.isOpen();
    }

    /** Whether they can decide here and now. */
    public boolean isDecidable() {
        return isUndecided() && !judging.waits();
    }

    /** Whether a question of their own is in the way. */
    public boolean isConflicted() {
        return isUndecided() && judging.waits();
    }

    /** Whether they can say that the questions of others are sound; nobody says it twice. */
    public boolean isSecondable() {
        return isConflicted() && !judging.confirmed() && !judging.others().isEmpty();
    }

    /** Who has to do what now, each in a sentence. */
    public List<String> getJudges() {
        return judges.sentences(judging);
    }

    /** Whether somebody else has looked before. */
    public boolean isSeconded() {
        return isUndecided() && judging.seconded();
    }

    /** Which questions somebody else would have to strike; empty if there are none. */
    public String getOwnQuestions() {
        return judges.own(judging);
    }

    public boolean isDecided() {
        return appeal != null && !appeal.isOpen();
    }

    /** What was asked for, and when. */
    public String getAskedText() {
        return texts.of("exam.appeal.asked", words.moment(appeal.askedAt()), texts.get("exam.appeal.ground." + appeal.ground().slug()));
    }

    /** What was decided. */
    public String getDecision() {
        return texts.of("exam.appeal.outcome." + appeal.outcome().slug(), words.moment(appeal.decidedAt()));
    }

    /** The reason of the decision. */
    public String getDecidedWhy() {
        return appeal.reason() == null ? texts.get("exam.candidates.unreadable") : appeal.reason().text();
    }

    /** What can be decided. */
    public Map<String, String> getOutcomes() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(texts.get("exam.grant.choose"), "");
        for (Appeal.Outcome o : Appeal.Outcome.values()) {
            choices.put(texts.get("exam.decide." + o.slug()), o.slug());
        }
        return choices;
    }

    /** The numbers of the questions that can be struck here. */
    public Map<String, String> getNumbers() {
        Map<String, String> choices = new LinkedHashMap<>();
        IntStream.rangeClosed(1, record.seat().asked()).filter(n -> !judging.own().contains(n)).forEach(n -> choices.put(texts.of("exam.sitting.question", n), String.valueOf(n)));
        return choices;
    }

    private Redraw redraw() {
        return (Redraw) request.getAttribute(REDRAW);
    }

    /** Whether the questions are in this answer. */
    public boolean isLooking() {
        return redraw() != null;
    }

    public String getSame() {
        return texts.get(redraw().same() ? "exam.redraw.same" : "exam.redraw.other");
    }

    public List<ExamRedrawn> getQuestions() {
        return redraw().items().stream().map(q -> ExamRedrawn.of(q, record.language(), texts)).toList();
    }

    public String getTag() {
        return record.language();
    }

    public String getDir() {
        return new Language(record.language()).dir();
    }

    /** A line of what is known. */
    public record Fact(String name, String value) { }

    public List<Fact> getFacts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.get("exam.record.language"), new Language(record.language()).ownName()));
        facts.add(new Fact(texts.get("exam.record.begun"), words.moment(record.begunAt())));
        facts.add(new Fact(texts.get("exam.record.ends"), words.moment(record.seat().endsAt())));
        facts.add(new Fact(texts.get("exam.record.handedIn"), record.seat().submittedAt() == null ? texts.get("exam.record.notYet")
                : texts.of(record.early() ? "exam.record.early" : "exam.record.self", words.moment(record.seat().submittedAt()))));
        facts.add(new Fact(texts.get("exam.record.extra"), texts.of("exam.record.percent", record.extra())));
        facts.add(new Fact(texts.get("exam.record.answered"), texts.of("exam.record.of", record.seat().answered(), record.seat().asked())));
        facts.add(new Fact(texts.get("exam.record.attempts"), texts.of("exam.record.of", record.tried(), record.allowed())));
        return facts;
    }

    /** A marking. */
    public record Mark(String when, String why, String state, String severity) { }

    public List<Mark> getMarks() {
        return record.markings().stream().map(m -> new Mark(words.moment(m.at()), texts.get("exam.record." + m.why().toLowerCase(Locale.ROOT)),
                texts.get(m.verdict().passed() ? "exam.result.passed" : "exam.result.notPassed"), m.verdict().passed() ? "success" : "danger")).toList();
    }

    /** A topic of the newest marking. */
    public record Topic(String title, String percent, String state) { }

    public List<Topic> getTopics() {
        if (record.markings().isEmpty()) {
            return List.of();
        }
        Verdict newest = record.markings().get(record.markings().size() - 1).verdict();
        return IntStream.range(0, newest.courses().size()).boxed().flatMap(n -> newest.courses().get(n).topics().stream()
                .map(t -> new Topic(words.topic(record.session().courses().get(n), t.topic()), texts.of("exam.result.percent",
                        Math.floor(t.percent() + 1e-9), t.minimum()), texts.get(t.passed() ? "exam.result.reached" : "exam.result.notReached")))).toList();
    }

    /** What happened in the room, to this candidate or to all. */
    public List<ExamSessionPage.Line> getLines() {
        return record.incidents().stream().map(i -> new ExamSessionPage.Line(words.time(i.notedAt()), words.incident(i))).toList();
    }

    public String getName() {
        return record.seat().person() == null ? "" : record.seat().person().names().shown(language.getTag());
    }

    public String getNumber() {
        return words.digits(record.seat().candidateNumber());
    }

    public String getAbout() {
        return texts.of("exam.room.about", words.day(record.session().heldOn()), record.session().place(), words.track(record.session()));
    }

    public String getCourses() {
        return words.courses(record.session().courses());
    }

    public String getSession() {
        return record.session().id().toString();
    }

    public boolean isWaiting() {
        return record.waiting();
    }

    public boolean isGrantable() {
        return record.isGrantable() && !isUndecided();
    }

    public boolean isMadeUp() {
        return record.grant() != null;
    }

    /** When another attempt was granted, and how. */
    public String getGranted() {
        return texts.of(record.grant().noWait() ? "exam.grant.wasNow" : "exam.grant.wasLater", words.moment(record.grant().grantedAt()));
    }

    /** Why it was granted; empty where the key is lost. */
    public String getGrantedWhy() {
        return record.grant().reason() == null ? texts.get("exam.candidates.unreadable") : record.grant().reason().text();
    }

    /** What of the waiting time holds. */
    public Map<String, String> getWaits() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(texts.get("exam.grant.choose"), "");
        choices.put(texts.get("exam.grant.waits"), "holds");
        choices.put(texts.get("exam.grant.noWait"), LIFTED);
        return choices;
    }

    /** @throws Refused if nothing was chosen */
    private boolean lifts() {
        if (wait.isEmpty()) {
            throw new Refused("exam.grant.unsaid");
        }
        return wait.equals(LIFTED);
    }

    public String getWait() {
        return wait;
    }

    public void setWait(String wait) {
        this.wait = wait == null ? "" : wait;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why == null ? "" : why;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome == null ? "" : outcome;
    }

    public List<String> getPositions() {
        return positions;
    }

    public void setPositions(List<String> positions) {
        this.positions = positions == null ? new ArrayList<>() : positions;
    }

    /** Never shown again. */
    public String getOwn() {
        return "";
    }

    public void setOwn(String own) {
        this.own = own;
    }

    public int getLongest() {
        return Reason.LONGEST;
    }
}
