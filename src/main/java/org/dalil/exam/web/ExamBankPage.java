package org.dalil.exam.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.UUID;
import org.dalil.course.entity.Difficulty;
import org.dalil.exam.BankExchange;
import org.dalil.exam.ItemBank;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.BankPlan;
import org.dalil.exam.entity.BankRow;
import org.dalil.exam.entity.BankUpload;
import org.dalil.exam.entity.ItemFigures;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Attachment;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;

/** {@code staff/exam/bank.xhtml}: the items of a course: uploaded by one, read by another, retired, struck. */
@Named
@ViewScoped
public class ExamBankPage implements Serializable {

    /** Bytes of a package that are looked at; one more than may be read is enough to refuse it. */
    private static final int LARGEST = 48 * 1024 * 1024;

    @Inject ItemBank bank;
    @Inject BankExchange exchange;
    @Inject ExamWords words;
    @Inject ExamItemWords items;
    @Inject ExamJudgesWords judges;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private String code;
    private List<BankRow> rows = List.of();
    private UUID read;
    private String done;
    private List<String> findings = List.of();
    private transient List<Part> files;
    private transient Part packed;
    private String topic = "";
    private String difficulty = "";
    /** Holds words and keys: it lives in memory only, and after a change of server the package is read again. */
    private transient BankPlan plan;

    /** Before the page is made. */
    public void open() {
        List<org.dalil.course.entity.Course> courses = bank.courses();
        if (code == null && !courses.isEmpty()) {
            code = courses.get(0).code();
        }
        rows = code == null ? List.of() : bank.items(code);
    }

    /** Another course. */
    public void choose() {
        forget();
    }

    private void forget() {
        read = null;
        done = null;
        findings = List.of();
        plan = null;
    }

    public void upload() {
        forget();
        try {
            Map<String, byte[]> uploaded = new LinkedHashMap<>();
            for (Part file : files == null ? List.<Part>of() : files) {
                try (InputStream in = file.getInputStream()) {
                    uploaded.put(file.getSubmittedFileName(), in.readAllBytes());
                }
            }
            BankUpload upload = bank.upload(code, uploaded);
            findings = upload.findings();
            done = findings.isEmpty() ? texts.of("exam.bank.uploaded", upload.added(), upload.unchanged()) : null;
        } catch (Refused e) {
            problems.add("files", e);
        } catch (IOException broken) {
            problems.add("files", "exam.list.broken");
        }
    }

    /** Hands the course's bank out as a package. The files' names say nothing of the topic. */
    public void export() {
        handOut("export", exchange::export, "application/zip", "package.zip");
    }

    /** Hands it out as a table. */
    public void exportTable() {
        handOut("table", exchange::table, "text/csv;charset=UTF-8", "bank.csv");
    }

    private void handOut(String field, Function<String, byte[]> made, String type, String name) {
        forget();
        try {
            byte[] file = made.apply(code);
            Attachment.send(type, name, out -> out.write(file));
        } catch (Refused e) {
            problems.add(field, e);
        }
    }

    /** Reads a package and shows what it would change. */
    public void preview() {
        forget();
        try (InputStream in = packed == null ? InputStream.nullInputStream() : packed.getInputStream()) {
            plan = exchange.preview(code, in.readNBytes(LARGEST + 1), new BankDefaults(topic, difficulty.isEmpty() ? null : Difficulty.valueOf(difficulty)));
        } catch (Refused e) {
            problems.add("package", e);
        } catch (IOException broken) {
            problems.add("package", "exam.list.broken");
        }
    }

    /** Takes in what the preview showed. */
    public void take() {
        if (plan == null) {
            problems.add("package", "exam.qti.again");
            return;
        }
        BankUpload upload = exchange.take(plan);
        forget();
        done = texts.of("exam.bank.uploaded", upload.added(), upload.unchanged());
    }

    public boolean isPreviewed() {
        return plan != null;
    }

    public boolean isTakable() {
        return plan.changesAnything();
    }

    public String getPreviewSentence() {
        return texts.of("exam.qti.sentence", plan.count(BankPlan.Change.NEW), plan.count(BankPlan.Change.CHANGED),
                plan.count(BankPlan.Change.SAME), plan.refused().size());
    }

    /** What is refused. @param name the item's or the file's own */
    public record Refusal(String name, String why) { }

    public List<Refusal> getRefusals() {
        return plan.refused().stream().map(r -> new Refusal(r.name(), texts.of(r.why()))).toList();
    }

    /** The ids of what would come in. */
    public List<String> getPlanned() {
        return plan.items().stream().filter(i -> i.change() != BankPlan.Change.SAME).map(i -> i.content().item().id()).toList();
    }

    /** The topics of the course, by what they are about, after the choice to have none. */
    public Map<String, String> getTopics() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(texts.get("exam.qti.refuse"), "");
        if (code != null) {
            exchange.topics(code).forEach(t -> choices.put(words.topic(code, t), t));
        }
        return choices;
    }

    /** The difficulties, after the choice to have none. */
    public Map<String, String> getDifficulties() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(texts.get("exam.qti.refuse"), "");
        for (Difficulty d : Difficulty.values()) {
            choices.put(texts.get("exam.difficulty." + d.name().toLowerCase(java.util.Locale.ROOT)), d.name());
        }
        return choices;
    }

    /** Opens an item to be read. */
    public void read(BankRow row) {
        forget();
        read = row.id();
    }

    /** Lets everything in that somebody else has uploaded. */
    public void approveAll() {
        forget();
        List<UUID> others = rows.stream().filter(r -> r.state() == BankRow.State.PENDING && !r.own()).map(BankRow::id).toList();
        bank.approve(others);
        done = texts.of("exam.bank.approved", others.size());
    }

    public void approve() {
        try {
            bank.approve(List.of(read));
            forget();
            done = texts.of("exam.bank.approved", 1);
        } catch (Refused e) {
            problems.add("", e);
        }
    }

    public void reject() {
        bank.retire(read, BankItem.Retired.REJECTED);
        forget();
    }

    public void expose() {
        bank.retire(read, BankItem.Retired.EXPOSED);
        forget();
    }

    public void strike() {
        try {
            int again = bank.strike(read);
            forget();
            done = texts.of("exam.bank.struck", again);
        } catch (Refused e) {
            problems.add("", e);
        }
    }

    public List<ExamItemWords.Words> getWords() {
        return items.words(bank.content(read), marks());
    }

    private ItemFigures.Marks marks() {
        return bank.marks(read);
    }

    /** What the figures of the item that is read say, each in a sentence. */
    public List<String> getSentences() {
        return items.sentences(reading().figures(), marks());
    }

    private BankRow reading() {
        return rows.stream().filter(r -> r.id().equals(read)).findFirst().orElseThrow(() -> new Refused("exam.bank.gone"));
    }

    public boolean isReading() {
        return read != null;
    }

    public UUID getReadId() {
        return read;
    }

    public String getReadKey() {
        return reading().key();
    }

    public boolean isReadPending() {
        return reading().state() == BankRow.State.PENDING;
    }

    public boolean isReadOwn() {
        return reading().own();
    }

    public boolean isReadInUse() {
        return reading().state() == BankRow.State.IN_USE;
    }

    /** Whether it could be struck: it was asked somebody, perhaps. */
    private boolean isAsked() {
        return !isReadPending() && reading().state() != BankRow.State.FAULTY && reading().state() != BankRow.State.REJECTED;
    }

    /** Whether it can be struck here: nobody strikes their own. */
    public boolean isReadStrikable() {
        return isAsked() && !isReadOwn();
    }

    /** Whether somebody else would have to strike it. */
    public boolean isReadOthersToStrike() {
        return isAsked() && isReadOwn();
    }

    public String getStrikers() {
        return judges.strikers();
    }

    /** Whether items of somebody else wait. */
    public boolean isWaiting() {
        return rows.stream().anyMatch(r -> r.state() == BankRow.State.PENDING && !r.own());
    }

    /** A line. */
    public record Line(BankRow row, String topic, String difficulty, String languages, String state, String severity,
                       String figures, String flag, String flagged) { }

    public List<Line> getLines() {
        return rows.stream().map(r -> new Line(r, words.topic(code, r.topic()),
                texts.get("exam.difficulty." + r.difficulty().name().toLowerCase(java.util.Locale.ROOT)), String.join(", ", r.languages()),
                texts.get("exam.item." + r.state().name().toLowerCase(java.util.Locale.ROOT).replace("_", "-")),
                r.state() == BankRow.State.IN_USE ? "success" : r.state() == BankRow.State.PENDING ? "warning" : "info",
                items.figures(r.figures()), items.flag(r.figures()), items.severity(r.figures()))).toList();
    }

    /** Whether a language can be examined in, or what its bank lacks. */
    public record Gaps(String language, boolean enough, List<String> missing) { }

    public List<Gaps> getGaps() {
        return bank.missing(code).entrySet().stream().map(e -> new Gaps(new Language(e.getKey()).ownName(), e.getValue().isEmpty(),
                e.getValue().stream().map(words::missing).toList())).toList();
    }

    /** The courses that end in an exam, by their titles. */
    public Map<String, String> getCourses() {
        Map<String, String> choices = new LinkedHashMap<>();
        bank.courses().forEach(c -> choices.put(words.course(c.code()), c.code()));
        return choices;
    }

    public List<String> getFindings() {
        return findings;
    }

    public String getDone() {
        return done;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }

    public Part getPacked() {
        return packed;
    }

    public void setPacked(Part packed) {
        this.packed = packed;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic == null ? "" : topic;
    }

    public String getDifficulty() {
        return difficulty;
    }

    public void setDifficulty(String difficulty) {
        this.difficulty = difficulty == null ? "" : difficulty;
    }
}
