package org.dalil.workshop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Taken;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;
import org.dalil.workshop.SheetIntake;
import org.dalil.workshop.SheetScans;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.ScanView;
import org.dalil.workshop.entity.ScanView.State;
import org.dalil.workshop.entity.ScannedTest;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetPrint;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopRow;

/**
 * {@code staff/workshop/scan.xhtml}: scans come in, are read while the trainer watches, and are decided. Pictures of doubts are part of the
 * page's own answer ({@code data:}), so that no address leads to them and no cache keeps them.
 */
@Named
@ViewScoped
public class WorkshopScanPage implements Serializable {

    @Inject Workshops workshops;
    @Inject SheetScans scans;
    @Inject SheetIntake intake;
    @Inject WorkshopWords words;
    @Inject SheetWords sheetWords;
    @Inject WorkshopAddress address;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject HttpServletRequest request;

    private WorkshopId id;
    private String done = "";
    private SheetId chosen;
    private List<ScanDoubt> doubts = List.of();
    private transient WorkshopRow workshop;
    private transient ScanView view;

    /** Before the page is made, and each time it looks again. */
    public void open() {
        if (id == null) {
            id = address.orList().orElse(null);
        }
        if (id != null) {
            workshop = workshops.own(id);
            view = scans.look(id).orElse(null);
        }
    }

    /** Files were sent. */
    public void send() {
        done = "";
        try {
            scans.begin(form.get(), id, sent());
        } catch (Refused e) {
            problems.add("files", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty ones, too, which Faces leaves out: they are refused with their place. Where nothing was chosen, browsers send one without a name. */
    private List<InputStream> sent() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        try {
            for (Part part : request.getParts()) {
                if (part.getName().equals("files") && part.getSubmittedFileName() != null && !part.getSubmittedFileName().isEmpty()) {
                    streams.add(part.getInputStream());
                }
            }
        } catch (ServletException e) {
            throw new IOException(e);
        }
        return streams;
    }

    /** A test in the list. @param state in words; {@code look}, {@code compare}: what can be done */
    public record Line(SheetId sheet, String number, String occasion, String state, String severity, boolean look, boolean compare) { }

    public List<Line> getLines() {
        return view.rows().stream().map(r -> new Line(r.test().sheet(), language.number(r.test().sheet().card()),
                sheetWords.occasion(r.test().sheet().occasion()), state(r), severity(r.state()), r.state() == State.DOUBT,
                r.state() == State.DIFFERENT)).toList();
    }

    private String state(ScanView.Row row) {
        return switch (row.state()) {
            case DOUBT -> texts.of("workshop.scan.state.doubt", row.test().doubts().size());
            case MISSING -> texts.of("workshop.scan.state.missing", String.join(texts.get("account.staff.comma"),
                    row.test().missing().stream().map(language::number).toList()));
            default -> texts.get("workshop.scan.state." + row.state().name().toLowerCase(java.util.Locale.ROOT));
        };
    }

    private static String severity(State state) {
        return switch (state) {
            case READY, SAME -> "success";
            case DOUBT, DIFFERENT, MISSING -> "warning";
            case PHONE, LATE, NOBODY -> "danger";
        };
    }

    /** Takes in every test that nothing is open about: those before first, so that what follows finds them. */
    public void takeAll() {
        int taken = 0;
        for (ScanView.Row row : scans.look(id).map(ScanView::rows).orElse(List.of())) {
            if (row.state() == State.READY || row.state() == State.SAME) {
                try {
                    Taken became = intake.takeIn(id, row.test().sheet(), row.test().answers());
                    taken += became == Taken.IN ? 1 : 0;
                    if (became != Taken.DIFFERENT) {
                        scans.leave(id, row.test().sheet());
                    }
                } catch (Refused e) {
                    problems.add("", e);
                }
            }
        }
        done = texts.of("workshop.scan.taken", taken);
    }

    /** Shows the doubts of a test. */
    public void look(SheetId sheet) {
        chosen = sheet;
        ScannedTest test = scans.test(id, sheet);
        SheetPrint print = print();
        List<Block> blocks = blocks(print);
        List<ScanDoubt> open = new ArrayList<>();
        for (ItemReading doubt : test.doubts()) {
            Block block = block(blocks, doubt.item());
            String place = language.number(blocks.indexOf(block) + 1);
            open.add(new ScanDoubt(doubt.item(), place, sheetWords.question(print.versionId(), doubt.item(), sheet.language()),
                    texts.get(doubt.doubt().orElseThrow().key()), sheetWords.hint(block)));
        }
        doubts = open;
    }

    /** An address that holds the picture of a doubt itself; empty without one. Asked for when it is shown, so that no view keeps it. */
    public String picture(ScanDoubt each) {
        return data(scans.picture(id, chosen, each.item()));
    }

    private static String data(byte[] png) {
        return png.length == 0 ? "" : "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private SheetPrint print() {
        return scans.print(id, chosen).orElseThrow(() -> new Refused("workshop.scan.gone"));
    }

    private static List<Block> blocks(SheetPrint print) {
        return print.layout().pages().stream().flatMap(p -> p.blocks().stream()).toList();
    }

    private static Block block(List<Block> blocks, String item) {
        return blocks.stream().filter(b -> b.item().equals(item)).findFirst().orElseThrow();
    }

    /** What was typed at the doubts counts; what was left empty stays open. */
    public void decide() {
        List<Block> blocks = blocks(print());
        Map<String, Response> answers = new HashMap<>();
        boolean readable = true;
        for (ScanDoubt each : doubts) {
            try {
                sheetWords.read(chosen.language(), block(blocks, each.item()), each.getTyped()).ifPresent(r -> answers.put(each.item(), r));
            } catch (Refused e) {
                problems.add(field(each), e);
                readable = false;
            }
        }
        if (readable) {
            scans.decide(id, chosen, answers);
            later();
        }
    }

    private String field(ScanDoubt each) {
        return "doubts:" + doubts.indexOf(each) + ":typed";
    }

    /** What is wrong with what was typed at a doubt. */
    public String problem(ScanDoubt each) {
        return problems.of(field(each));
    }

    /** Shows a test beside the one that was taken in before. */
    public void compare(SheetId sheet) {
        chosen = sheet;
        doubts = List.of();
    }

    /** A question at which both differ. */
    public record Difference(String place, String question, String before, String after) { }

    public List<Difference> getDifferences() {
        Map<String, Response> kept = intake.kept(id, chosen.card(), chosen.occasion()).orElse(Map.of());
        SheetPrint print = print();
        Map<String, Response> now = scans.test(id, chosen).answers();
        List<Block> blocks = blocks(print);
        List<Difference> differences = new ArrayList<>();
        for (Block block : blocks) {
            Optional<Response> before = Optional.ofNullable(kept.get(block.item()));
            if (!before.equals(Optional.of(now.get(block.item())))) {
                differences.add(new Difference(language.number(blocks.indexOf(block) + 1),
                        sheetWords.question(print.versionId(), block.item(), chosen.language()),
                        before.map(r -> sheetWords.write(chosen.language(), block, r)).orElse("–"),
                        sheetWords.write(chosen.language(), block, now.get(block.item()))));
            }
        }
        return differences;
    }

    /** The scan counts. */
    public void replace() {
        try {
            intake.correct(id, chosen, scans.test(id, chosen).answers());
            settle("workshop.key.replaced");
        } catch (Refused e) {
            problems.add("", e);
        }
    }

    /** What was taken in before stays. */
    public void keep() {
        settle("workshop.key.stays");
    }

    private void settle(String key) {
        scans.leave(id, chosen);
        done = texts.of(key, chosen.card(), sheetWords.occasion(chosen.occasion()));
        later();
    }

    /** A test is not taken in. */
    public void drop(SheetId sheet) {
        scans.leave(id, sheet);
        done = "";
    }

    /** Back to the list. */
    public void later() {
        chosen = null;
        doubts = List.of();
    }

    /** Nothing of all this is kept. */
    public void finish() {
        scans.finish(id);
        later();
        done = "";
    }

    /** What is to be done with the sheets that can't be taken in, a sentence for each reason there is in the list. */
    public List<String> getAdvice() {
        return Stream.of(State.PHONE, State.LATE, State.NOBODY).filter(s -> view.rows().stream().anyMatch(r -> r.state() == s))
                .map(s -> texts.get("workshop.scan.advice." + s.name().toLowerCase(java.util.Locale.ROOT))).toList();
    }

    /** A page that was refused. @param place in the list, from 0 */
    public record Refusal(int place, String where, String why, boolean pictured) { }

    public List<Refusal> getRefusals() {
        List<Refusal> refusals = new ArrayList<>();
        scans.unread(id).forEach(u -> refusals.add(new Refusal(refusals.size(), where(u), texts.get(u.problem().key()), u.pictured())));
        return refusals;
    }

    /** An address that holds the picture of a refused page itself. Asked for when it is shown, so that no view keeps it. */
    public String refused(Refusal each) {
        return data(scans.small(id, each.place()));
    }

    private String where(ScanView.Unread unread) {
        String place = unread.page() == 0 ? texts.of("workshop.scan.whole", unread.file())
                : texts.of("workshop.scan.where", unread.file(), unread.page());
        return unread.id().map(sheet -> place + " · " + texts.of("workshop.scan.whose", language.number(sheet.card()),
                sheetWords.occasion(sheet.occasion()), language.number(sheet.page()))).orElse(place);
    }

    public String getProgress() {
        return view.before() > 0 ? texts.of("workshop.scan.waits", view.before()) : view.reading() ? texts.of("workshop.scan.reading", Math.max(1, view.file()), view.files(), view.pages())
                : texts.of("workshop.scan.read", view.pages()) + (view.blank() > 0 ? " " + texts.of("workshop.scan.blank", view.blank()) : "");
    }

    /** How many can be taken in now. */
    private long ready() {
        return view.rows().stream().filter(r -> r.state() == State.READY).count();
    }

    public String getTakeAll() {
        return texts.of("workshop.scan.takeAll", ready());
    }

    public boolean isTakeable() {
        return isListing() && view.rows().stream().anyMatch(r -> r.state() == State.READY || r.state() == State.SAME);
    }

    /** Which sheet is looked at, in one line. */
    public String getSheet() {
        return texts.of("workshop.key.sheet", language.number(chosen.card()), sheetWords.occasion(chosen.occasion()),
                chosen.language().ownName());
    }

    public boolean isReady() {
        return workshop != null;
    }

    /** Files may be sent. */
    public boolean isSending() {
        return chosen == null && !isReading();
    }

    public boolean isReading() {
        return view != null && view.reading();
    }

    /** Something was read. */
    public boolean isListing() {
        return chosen == null && view != null && !view.reading();
    }

    public boolean isDeciding() {
        return chosen != null && !doubts.isEmpty();
    }

    public boolean isComparing() {
        return chosen != null && doubts.isEmpty();
    }

    public List<ScanDoubt> getDoubts() {
        return doubts;
    }

    public String getName() {
        return words.name(workshop);
    }

    public WorkshopId getId() {
        return id;
    }

    public String getDone() {
        return done;
    }

    public List<Part> getFiles() {
        return List.of();
    }

    /** Nothing: the page that stays in the session must not hold what was sent. */
    public void setFiles(List<Part> files) {
        // Taken from the request.
    }
}
