package org.dalil.workshop.entity;

import java.util.List;
import java.util.Optional;
import org.dalil.assessment.entity.Response;

/**
 * What was read at one question of a sheet: an answer, nothing, or a doubt that a person has to settle.
 *
 * @param item     its id
 * @param response what was marked, {@link Response#SKIPPED} where nothing was; empty if in doubt
 * @param doubt    why a person has to look; empty if read
 * @param marks    every bubble that is not plainly empty, in the order of the layout, for a page that shows the doubt
 * @param cutOut   the question cut out of the picture, a PNG; empty unless in doubt
 */
public record ItemReading(String item, Optional<Response> response, Optional<Doubt> doubt, List<Mark> marks, byte[] cutOut) {

    /** Why a person has to look. Each has one sentence. */
    public enum Doubt {
        /** A mark that may be one or may be a smudge. */ FAINT,
        /** A mark that looks crossed out, or ink around a bubble. */ CROSSED,
        /** More than one mark where one belongs. */ SEVERAL,
        /** Marks in some lines of the question and not in others. */ INCOMPLETE,
        /** The same place given to two lines. */ TWICE,
        /** No bubble is marked but something is drawn beside them. */ BESIDE,
        /** Two pictures of the same sheet say different things. */ DIFFERS;

        /** Its sentence. */
        public String key() {
            return "workshop.sheet.doubt." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A bubble with something in or around it.
     *
     * @param row   the line it stands in, empty where the question has one row only
     * @param value what marking it says
     * @param sure  whether it is plainly marked
     */
    public record Mark(String row, String value, boolean sure) { }

    /** The same with a picture. */
    public ItemReading with(byte[] picture) {
        return new ItemReading(item, response, doubt, marks, picture);
    }

    /** The same question, settled by a person. */
    public ItemReading settled(Response decided) {
        return new ItemReading(item, Optional.of(decided), Optional.empty(), marks, new byte[0]);
    }

    /** With another picture of the same question: what both say, or a doubt. A doubt in one of them stays one. */
    public ItemReading and(ItemReading other) {
        if (!isRead() || response.equals(other.response)) {
            return this;
        }
        return other.isRead() ? new ItemReading(item, Optional.empty(), Optional.of(Doubt.DIFFERS), marks, new byte[0]) : other;
    }

    /** Read and sure, an empty question included. */
    public boolean isRead() {
        return response.isPresent();
    }

    /** Never what was marked: this may stand in a log. */
    @Override
    public String toString() {
        return "reading of " + item;
    }
}
