package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.List;
import org.dalil.platform.entity.Refused;

/**
 * What an academy's list would add, before anything is.
 *
 * @param encoding {@code UTF-8} or {@code windows-1256}
 */
public record CandidateList(String encoding, List<Row> rows) implements Serializable {

    /**
     * A line of the list.
     *
     * @param line    its number in the file, from 1
     * @param person  null if it can't be one
     * @param refusal why it is refused; null if it is taken
     */
    public record Row(int line, Person person, Track track, int extraPercent, Refused refusal) implements Serializable {

        public static Row refused(int line, Refused why) {
            return new Row(line, null, null, 0, why);
        }

        public boolean isTaken() {
            return refusal == null;
        }
    }

    public List<Row> taken() {
        return rows.stream().filter(Row::isTaken).toList();
    }

    public List<Row> refused() {
        return rows.stream().filter(r -> !r.isTaken()).toList();
    }

    /** Whether letters of Kurdish that Windows-1256 has no place for may have been lost before the file came here. */
    public boolean isOldEncoding() {
        return !encoding.equals("UTF-8");
    }
}
