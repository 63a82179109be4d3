package org.dalil.course.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sheet to print and to write on by hand: structure once, words once per language. Immutable.
 *
 * @param id        names its files
 * @param address   last part of its address, neutral on a shared phone
 * @param audiences who is offered it
 * @param courses   codes of the courses it belongs to
 * @param onePage   whether one page is promised in every language
 * @param sources   ids of the sources behind it
 * @param words     by language
 */
public record Sheet(String id, String address, Set<Audience> audiences, List<String> courses, Paper paper, boolean onePage,
                    List<String> sources, Map<String, Words> words) {

    /** What it is printed on. */
    public enum Paper {
        /** Pages. */ A4,
        /** A card for the wallet, 86 by 54 mm: two parts, one for each side. */ WALLET
    }

    /**
     * The sheet in one language.
     *
     * @param about what it is for, in one sentence; for lists, not for the paper
     */
    public record Words(WordsState state, String title, String about, List<Part> parts) { }

    /** What stands below one heading. */
    public record Part(String title, List<Piece> pieces) { }

    /** One piece of a part: a closed set. Its HTML is as in {@link Block}. */
    public sealed interface Piece {

        /** Running text, with lists and tables. */
        record Text(String html) implements Piece { }

        /** The one message of a sheet. */
        record Key(String html) implements Piece { }

        /** Labels, each with a line to write on. */
        record Fields(List<String> labels) implements Piece { }

        /** Boxes to tick on paper. */
        record Ticks(List<String> lines) implements Piece { }

        /** An empty table: the heads of its columns and how many rows it has, 1 to 20. */
        record Rows(int count, List<String> heads) implements Piece { }
    }

    /** Whether it belongs to this course. */
    public boolean isOf(Course course) {
        return courses.contains(course.code());
    }
}
