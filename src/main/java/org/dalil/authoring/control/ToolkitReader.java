package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.dalil.authoring.control.CardSplitter.RawBlock;
import org.dalil.authoring.control.CardSplitter.RawCard;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Sheet;

/** Reads the sheets to print: {@code toolkits/tools.yaml} and {@code toolkits/<id>.<lang>.md}. */
final class ToolkitReader {

    private static final Set<String> BLOCKS = Set.of("key", "fields", "ticks", "rows");
    private static final Pattern COUNT = Pattern.compile("[1-9]|1[0-9]|20");
    private static final Pattern BETWEEN_HEADS = Pattern.compile("\\s*[|]\\s*");
    private static final int FEWEST_HEADS = 2;
    private static final int MOST_HEADS = 7;

    private final Documents documents;

    ToolkitReader(Documents documents) {
        this.documents = documents;
    }

    /** All sheets, in the order of the file; none where there is no such file. */
    List<SheetRead> read() {
        return documents.yaml(SheetRead.STRUCTURE, "tools").map(t -> Fields.list(t.path("tools"), this::sheet)).orElse(List.of());
    }

    private SheetRead sheet(JsonNode s) {
        String id = Fields.text(s, "id");
        Map<String, Sheet.Words> words = new TreeMap<>();
        Map<String, LessonText> texts = new TreeMap<>();
        Sheet sheet = new Sheet(id, Fields.text(s, "address"), audiences(s), Fields.texts(s, "courses"),
                Fields.text(s, "paper").equals("wallet") ? Sheet.Paper.WALLET : Sheet.Paper.A4, s.has("pages"),
                Fields.texts(s, "sources"), words);
        SheetRead read = new SheetRead(sheet, texts);
        List<String> own = documents.files().below(SheetRead.FOLDER).stream().filter(p -> p.startsWith(read.prefix())).toList();
        for (String language : CourseLayout.languages(own)) {
            String file = read.file(language);
            documents.page(file, "sheet").ifPresent(page -> {
                List<Sheet.Part> parts = new ArrayList<>();
                List<LessonText.CardText> cards = new ArrayList<>();
                for (RawCard raw : new CardSplitter(file, "part", documents.findings()).split(page.body(), page.line())) {
                    new PartReader(file, language).read(raw, parts, cards);
                }
                words.put(language, new Sheet.Words(documents.state(file, page.front(), read.file(SheetRead.SOURCE_LANGUAGE)),
                        Fields.text(page.front(), "title"), Fields.text(page.front(), "about"), List.copyOf(parts)));
                texts.put(language, new LessonText(file, language, List.copyOf(cards)));
            });
        }
        return read;
    }

    private static Set<Audience> audiences(JsonNode sheet) {
        Set<Audience> audiences = new LinkedHashSet<>();
        Fields.texts(sheet, "for").forEach(slug -> audiences.add(Audience.of(slug).orElseThrow()));
        return audiences;
    }

    /** Reads what stands below one heading. */
    private final class PartReader {

        private final String file;
        private final String language;

        private PartReader(String file, String language) {
            this.file = file;
            this.language = language;
        }

        private void read(RawCard raw, List<Sheet.Part> parts, List<LessonText.CardText> cards) {
            List<Sheet.Piece> pieces = new ArrayList<>();
            List<Passage> passages = new ArrayList<>();
            List<Link> links = new ArrayList<>();
            List<String> structure = new ArrayList<>();
            passages.add(new Passage(file, "line " + raw.line(), language, raw.title()));
            for (RawBlock block : raw.blocks()) {
                Node parsed = Markdown.parse(block.text());
                MarkdownText text = new MarkdownText(file, language, block.line(), true, 3, documents.findings()).of(parsed);
                passages.addAll(text.passages());
                links.addAll(text.links());
                piece(block, parsed).ifPresent(piece -> {
                    pieces.add(piece);
                    structure.add(structure(block, piece));
                });
            }
            parts.add(new Sheet.Part(raw.title(), List.copyOf(pieces)));
            cards.add(new LessonText.CardText(cards.size() + 1, passages, links, structure));
        }

        private Optional<Sheet.Piece> piece(RawBlock raw, Node parsed) {
            if (raw.isText()) {
                return Optional.of(new Sheet.Piece.Text(Markdown.html(parsed)));
            }
            Optional<String> fault = fault(raw);
            if (fault.isPresent()) {
                documents.findings().refuse(file, "line " + raw.line(), fault.get());
                return Optional.empty();
            }
            if (raw.kind().equals("key")) {
                return Optional.of(new Sheet.Piece.Key(Markdown.html(parsed)));
            }
            return BlockText.entries(file, raw, parsed, BulletList.class, "-", documents.findings()).flatMap(e -> listed(raw, e));
        }

        private Optional<Sheet.Piece> listed(RawBlock raw, List<String> entries) {
            return switch (raw.kind()) {
                case "fields" -> Optional.of(new Sheet.Piece.Fields(entries));
                case "ticks" -> Optional.of(new Sheet.Piece.Ticks(entries));
                default -> rows(raw, entries);
            };
        }

        private Optional<Sheet.Piece> rows(RawBlock raw, List<String> entries) {
            List<String> heads = entries.size() == 1 ? Arrays.asList(BETWEEN_HEADS.split(entries.get(0), -1)) : List.of();
            if (heads.size() < FEWEST_HEADS || heads.size() > MOST_HEADS || heads.contains("")) {
                documents.findings().refuse(file, "line " + raw.line(),
                        "::: rows holds one line that begins with - and names 2 to 7 columns with | between them");
                return Optional.empty();
            }
            return Optional.of(new Sheet.Piece.Rows(Integer.parseInt(raw.argument()), List.copyOf(heads)));
        }
    }

    private static Optional<String> fault(RawBlock raw) {
        if (!BLOCKS.contains(raw.kind())) {
            return Optional.of("::: " + raw.kind() + " is no block of a sheet; use key, fields, ticks or rows");
        }
        if (!raw.kind().equals("rows")) {
            return BlockText.fault(raw);
        }
        return COUNT.matcher(raw.argument()).matches() ? Optional.empty()
                : Optional.of("::: rows needs the number of empty rows after it, 1 to 20");
    }

    /** Kind and size, for a translation must have the same lines to write on. */
    private static String structure(RawBlock raw, Sheet.Piece piece) {
        if (piece instanceof Sheet.Piece.Fields fields) {
            return "fields with " + fields.labels().size();
        } else if (piece instanceof Sheet.Piece.Ticks ticks) {
            return "ticks with " + ticks.lines().size();
        } else if (piece instanceof Sheet.Piece.Rows rows) {
            return "rows " + rows.count() + " with " + rows.heads().size();
        }
        return raw.kind();
    }
}
