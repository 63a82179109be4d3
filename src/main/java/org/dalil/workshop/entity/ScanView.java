package org.dalil.workshop.entity;

import java.util.List;
import java.util.Optional;

/**
 * What has become of a trainer's files so far.
 *
 * @param reading whether they are still being read, or wait for it
 * @param before  how many other workshops' files are read before these; 0 once these are being read
 * @param file    the one being read, from 1
 * @param files   how many there are
 * @param pages   how many pages were looked at
 * @param blank   how many of them were empty
 * @param rows    tests that were found, without pictures; none while files are being read
 */
public record ScanView(boolean reading, int before, int file, int files, int pages, int blank, List<Row> rows) {

    /** What is to be done with a test. */
    public enum State {
        /** It can be taken in. */ READY,
        /** Somebody has to look at some of its questions. */ DOUBT,
        /** A page of it was not found. */ MISSING,
        /** It was taken in before, with the same marks. */ SAME,
        /** It was taken in before, with other marks. */ DIFFERENT,
        /** It was begun on a phone. */ PHONE,
        /** Its number was counted without it. */ LATE,
        /** Its number has no card any more. */ NOBODY
    }

    /** A test in the list. */
    public record Row(ScannedTest test, State state) { }

    /**
     * A page that was refused, or a whole file.
     *
     * @param file from 1
     * @param page from 1; 0 for a file as a whole
     * @param id   whose it is, as far as that is known and believed
     * @param pictured whether there is a small picture of it
     */
    public record Unread(int file, int page, SheetProblem problem, Optional<SheetId> id, boolean pictured) { }
}
