package org.dalil.platform.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks a trail line by line, in the order in which it stands, and says what is wrong with it. A fault is told once: after an
 * altered line the check goes on from the hash that stands there.
 */
public final class AuditChain {

    /** More are counted, not told: a trail that was cut to pieces would fill the screen. */
    private static final int MOST_TOLD = 20;

    private final List<String> faults = new ArrayList<>();
    private long found;
    private long last;
    private String hash;

    /** A whole trail, from its first line. */
    public AuditChain() {
        this(0, AuditLine.START);
    }

    /**
     * A part of a trail. That the line before it is what was noted of it is asked with {@link #compareStart}.
     *
     * @param after the number of the line before the part; 0 if there is none
     * @param hash  of that line
     */
    public AuditChain(long after, String hash) {
        last = after;
        this.hash = hash;
    }

    /** The next line and the hash that is written with it. */
    public void add(AuditLine line, String written) {
        found++;
        if (line.id() <= last) {
            fault("line " + line.id() + " stands after line " + last + ": lines were put in another order");
        } else if (line.id() != last + 1) {
            fault(last + 2 == line.id() ? "line " + (last + 1) + " is missing"
                    : "lines " + (last + 1) + " to " + (line.id() - 1) + " are missing");
        } else if (!line.hash(hash).equals(written)) {
            fault("line " + line.id() + " is not what was written");
        }
        last = Math.max(last, line.id());
        hash = written;
    }

    /** What was noted, or exported, of an earlier day must still stand there. To be asked after each line. */
    public void compare(long notedId, String notedHash, AuditLine line, String written) {
        if (line.id() == notedId && !written.equals(notedHash)) {
            fault("line " + notedId + " was noted once, and another line stands there now: the trail was written anew");
        }
    }

    /** What was noted must be the line before the part, or stand in it. To be asked before the first line. */
    public void compareStart(long notedId, String notedHash) {
        if (notedId > 0 && notedId < last) {
            fault("line " + notedId + " was noted once, and this part begins after line " + last + ": it can't be compared");
        } else if (notedId > 0 && notedId == last && !notedHash.equals(hash)) {
            fault("line " + notedId + " was noted once, and another line stands there now: the trail was written anew");
        }
    }

    /** The trail ends here, and this is what is written about its end. */
    public void end(long headId, String headHash) {
        if (last < headId) {
            fault("the end is missing: the trail has " + headId + " lines and stops after " + last);
        } else if (last > headId || !hash.equals(headHash)) {
            fault("the end of the trail is not the end that is written: line " + headId);
        }
    }

    /** Something about the trail as a whole. */
    public void fault(String sentence) {
        faults.add(sentence);
    }

    /** How many lines there were. */
    public long lines() {
        return found;
    }

    /** The number of the last line. */
    public long last() {
        return last;
    }

    /** The hash of the last line: who notes it somewhere else can show later that nothing before it was changed. */
    public String hash() {
        return hash;
    }

    public boolean isWhole() {
        return faults.isEmpty();
    }

    /** What is wrong, in the order in which it was found. */
    public List<String> faults() {
        List<String> told = new ArrayList<>(faults.subList(0, Math.min(MOST_TOLD, faults.size())));
        if (faults.size() > MOST_TOLD) {
            told.add("and " + (faults.size() - MOST_TOLD) + " more");
        }
        return told;
    }
}
