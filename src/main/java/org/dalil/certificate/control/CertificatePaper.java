package org.dalil.certificate.control;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.Claim;
import org.dalil.exam.entity.Spellings;
import org.dalil.platform.control.Drawing;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Paper;
import org.dalil.platform.control.SquareCode;
import org.dalil.platform.control.Texts;
import org.dalil.platform.control.Typesetter;
import org.dalil.platform.control.Typesetter.Line;
import org.dalil.platform.control.Typesetter.Style;
import org.dalil.platform.entity.Language;

/**
 * The certificate on paper: A4, lying, a column for each of the holder's languages, below them the square code. Tagged, so that a
 * screen reader reads column after column, each in its language.
 */
@ApplicationScoped
public class CertificatePaper {

    private static final double WIDTH = 297;
    private static final double HEIGHT = 210;
    private static final double EDGE = 18;
    private static final double GAP = 10;
    private static final double CODE = 46;
    private static final double FOOT = HEIGHT - 24 - CODE;

    private static final Style TITLE = new Style(26, true);
    private static final Style TEXT = new Style(12, false);
    private static final Style TRACK = new Style(13, true);
    private static final Style SMALL = new Style(9, false);

    @Inject Texts texts;
    @Inject Installation installation;

    /** The languages that a holder's spellings are for, each with its spelling. */
    record Column(Language language, String name) { }

    /** What is written into the file. @param passed when the exam was passed @param first of a renewal when the whole way was */
    record Content(Claim claim, Instant passed, Optional<Instant> first, CertificateCode code, String qr, String credential) { }

    /** Arabic, one kind of Kurdish and Latin letters, as far as they are there. */
    static List<Column> columns(Spellings names) {
        List<Column> columns = new ArrayList<>();
        names.in("ar").ifPresent(name -> columns.add(new Column(new Language("ar"), name)));
        names.in("ckb").ifPresent(name -> columns.add(new Column(new Language("ckb"), name)));
        if (columns.stream().noneMatch(c -> c.language().tag().equals("ckb")) && !names.kurdish().isEmpty()) {
            columns.add(new Column(new Language("kmr"), names.kurdish()));
        }
        names.in("en").ifPresent(name -> columns.add(new Column(Language.ENGLISH, name)));
        return columns;
    }

    /** The file. */
    byte[] write(List<Column> columns, Content content) {
        Language first = columns.get(0).language();
        ByteArrayOutputStream out = new ByteArrayOutputStream(40_000);
        try (Paper paper = Paper.lying(texts.get(first, "certificate.paper.file"), first)) {
            Drawing page = paper.drawing();
            page.ornament(() -> weave(page));
            double width = (WIDTH - 2 * EDGE - GAP * (columns.size() - 1)) / columns.size();
            // As the page is read: the first language stands where its own script begins.
            for (int i = 0; i < columns.size(); i++) {
                int place = first.isRightToLeft() ? columns.size() - 1 - i : i;
                column(page, columns.get(i), content, EDGE + place * (width + GAP), width, i == 0 ? "H1" : "H2");
            }
            foot(page, columns, content);
            paper.page(page);
            paper.keywords(content.qr());
            paper.attach("credential.jwt", "application/vc+jwt", content.credential().getBytes(StandardCharsets.US_ASCII));
            paper.saveOpen(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private static void weave(Drawing page) {
        for (double y : new double[] {10, HEIGHT - 10}) {
            page.line(EDGE, y, WIDTH - EDGE, y, 0.3, Drawing.QUIET);
            for (double x = EDGE + 4; x < WIDTH - EDGE - 3; x += 7) {
                page.nuqta(x, y, 1.1, true);
            }
        }
        page.line(EDGE, FOOT - 7, WIDTH - EDGE, FOOT - 7, 0.2, Drawing.HAIR);
    }

    private void column(Drawing page, Column column, Content content, double left, double width, String role) {
        Language language = column.language();
        Typesetter type = new Typesetter(language);
        // Of a renewed one there is more to say.
        double y = content.first().isPresent() ? 29 : 34;
        y = block(page, type, role, language, texts.get(language, "certificate.paper.title"), TITLE, left, y, width) + 3;
        y = block(page, type, "P", language, texts.get(language, "certificate.paper.confirms", site(language)), TEXT, left, y, width) + 5;
        y = block(page, type, "P", language, column.name(), nameStyle(type, column.name(), width), left, y, width) + 4;
        y = block(page, type, "P", language, passed(content, language), TEXT, left, y, width) + 2;
        y = block(page, type, "P", language, texts.get(language, "certificate.track." + content.claim().track()), TRACK, left, y, width) + 3;
        block(page, type, "P", language, texts.get(language, "certificate.paper.until", date(content.claim().expires(), language)), SMALL, left, y, width);
    }

    private String passed(Content content, Language language) {
        return content.first().map(first -> texts.get(language, "certificate.paper.renewed", date(first, language), date(content.passed(), language)))
                .orElseGet(() -> texts.get(language, "certificate.paper.passed", date(content.passed(), language)));
    }

    private String site(Language language) {
        return installation.setting("DALIL_NAME").orElseGet(() -> texts.get(language, "platform.name"));
    }

    /** As large as the name fits on one line, down to a size at which it is broken. */
    private static Style nameStyle(Typesetter type, String name, double width) {
        double points = 24;
        while (points > 13 && type.line(name, new Style(points, true)).width() > width) {
            points--;
        }
        return new Style(points, true);
    }

    /** @return where the next block begins */
    private static double block(Drawing page, Typesetter type, String role, Language language, String text, Style style, double left,
            double top, double width) {
        List<Line> lines = type.wrap(text, style, width);
        double leading = type.leading(style);
        page.tagged(role, language, null, () -> {
            for (int i = 0; i < lines.size(); i++) {
                page.centred(lines.get(i), left + width / 2, top + (i + 0.75) * leading, Drawing.INK);
            }
        });
        return top + lines.size() * leading;
    }

    private void foot(Drawing page, List<Column> columns, Content content) {
        Language first = columns.get(0).language();
        SquareCode square = new SquareCode(content.qr());
        page.tagged("Figure", first, texts.get(first, "certificate.paper.square"),
                () -> page.shape(square.shape(EDGE, FOOT, CODE), Drawing.INK));
        double left = EDGE + CODE + 8;
        double width = WIDTH - EDGE - left;
        double y = FOOT;
        Line code = Typesetter.latin(content.code().spaced(), new Style(11, true));
        double at = y + 4;
        page.tagged("P", Language.ENGLISH, null, () -> page.left(code, left, at, Drawing.INK));
        y += 8;
        for (Column column : columns) {
            Typesetter type = new Typesetter(column.language());
            String text = texts.get(column.language(), "certificate.paper.check", column.language().isRightToLeft()
                    ? "\u2066" + address() + "\u2069" : address(), number(content.claim().number()));
            List<Line> lines = type.wrap(text, SMALL, width);
            double from = y;
            page.tagged("P", column.language(), null, () -> {
                for (int i = 0; i < lines.size(); i++) {
                    double baseline = from + (i + 0.75) * type.leading(SMALL);
                    if (column.language().isRightToLeft()) {
                        page.start(lines.get(i), left + width, baseline, Drawing.INK);
                    } else {
                        page.left(lines.get(i), left, baseline, Drawing.INK);
                    }
                }
            });
            y += lines.size() * type.leading(SMALL) + 2;
        }
    }

    private String address() {
        return installation.site().replaceFirst("^https?://", "") + "/verify";
    }

    /** As it is spoken of: always in the same digits, for it is typed. */
    static String number(int number) {
        return String.valueOf(number);
    }

    private String date(Instant moment, Language language) {
        DateFormat format = DateFormat.getInstanceForSkeleton("dMMMMy", language.cldr());
        format.setTimeZone(TimeZone.getTimeZone(installation.zone().getId()));
        return format.format(Date.from(moment));
    }
}
