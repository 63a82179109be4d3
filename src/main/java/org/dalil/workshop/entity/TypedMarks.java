package org.dalil.workshop.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Bubble;
import org.dalil.workshop.entity.SheetLayout.Row;

/**
 * The marks at one question as somebody types them who has the paper before them: the place of each marked bubble, as a digit of any
 * script or as a letter. Where a question has several lines, one for each line, from the top. {@code 0} or a dash: nothing is marked.
 */
public final class TypedMarks {

    private static final String LATIN = "ABCDEFGH";

    private final List<String> letters;

    /** @param letters of the sheet's language, as they are printed above columns */
    public TypedMarks(String letters) {
        this.letters = List.of(letters.split(" "));
    }

    /**
     * Reads what was typed.
     *
     * @return nothing if nothing was typed
     * @throws Refused if these can't be the marks of this question
     */
    public Optional<Response> read(Block block, String typed) {
        String bare = typed == null ? "" : typed.replaceAll("[\\s,.،;؛/\u0640]", "");
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        if (bare.matches("[-–—0٠۰]")) {
            return Optional.of(Response.SKIPPED);
        }
        return Optional.of(block.response(block.rows().size() > 1 ? lines(block, bare) : line(block, bare)));
    }

    private List<ItemReading.Mark> lines(Block block, String typed) {
        if (typed.length() != block.rows().size()) {
            throw new Refused("workshop.key.lines", block.rows().size());
        }
        List<ItemReading.Mark> marks = new ArrayList<>();
        for (int i = 0; i < typed.length(); i++) {
            marks.add(mark(block.rows().get(i), typed.charAt(i)));
        }
        refuseTwice(block.kind() == Quiz.Kind.ORDER, marks);
        return marks;
    }

    private List<ItemReading.Mark> line(Block block, String typed) {
        if (typed.length() > 1 && !block.many()) {
            throw new Refused("workshop.key.one");
        }
        List<ItemReading.Mark> marks = new ArrayList<>();
        for (int i = 0; i < typed.length(); i++) {
            marks.add(mark(block.rows().get(0), typed.charAt(i)));
        }
        refuseTwice(true, marks);
        // In the order of the sheet, so that the same marks are the same answer.
        List<String> order = block.rows().get(0).bubbles().stream().map(Bubble::value).toList();
        marks.sort(java.util.Comparator.comparingInt(m -> order.indexOf(m.value())));
        return marks;
    }

    private static void refuseTwice(boolean once, List<ItemReading.Mark> marks) {
        if (once && marks.stream().map(ItemReading.Mark::value).distinct().count() < marks.size()) {
            throw new Refused("workshop.key.twice");
        }
    }

    private ItemReading.Mark mark(Row row, char typed) {
        int place = place(typed);
        if (place < 1 || place > row.bubbles().size()) {
            throw new Refused("workshop.key.place", String.valueOf(typed), row.bubbles().size());
        }
        return new ItemReading.Mark(row.id(), row.bubbles().get(place - 1).value(), true);
    }

    private int place(char typed) {
        int digit = Character.digit(typed, 10);
        if (digit >= 0) {
            return digit;
        }
        String upper = String.valueOf(typed).toUpperCase(Locale.ROOT);
        int latin = LATIN.indexOf(upper);
        // An alef is typed without its hamza as often as with it.
        return (latin >= 0 ? latin : upper.equals("ا") ? 0 : starts().indexOf(upper)) + 1;
    }

    private List<String> starts() {
        return letters.stream().map(letter -> letter.substring(0, 1)).toList();
    }

    /** An answer as it would be typed; a dash for an empty one. */
    public String write(Block block, Response response) {
        if (response.skipped() || response.value().isEmpty()) {
            return "–";
        }
        List<String> marks = response.marks();
        StringBuilder typed = new StringBuilder();
        for (Row row : block.rows()) {
            for (Bubble bubble : row.bubbles()) {
                boolean marked = switch (block.kind()) {
                    case SINGLE, TRUE_FALSE, SCALE, MULTIPLE, SPOT -> marks.contains(bubble.value());
                    case ORDER -> marks.indexOf(row.id()) + 1 == Integer.parseInt(bubble.value());
                    case MATCH -> marks.contains(row.id() + ":" + bubble.value());
                };
                if (marked) {
                    typed.append(written(block.kind(), row.bubbles().indexOf(bubble)));
                }
            }
        }
        return typed.toString();
    }

    /** As it is printed: letters above the columns of a match, numbers everywhere else. */
    private String written(Quiz.Kind kind, int index) {
        return kind == Quiz.Kind.MATCH && index < letters.size() ? starts().get(index) : String.valueOf(index + 1);
    }
}
