package org.dalil.workshop.entity;

/** Why a picture, a page or a sheet id was not taken. Each has one sentence that says what to do. */
public enum SheetProblem {
    /** The file is no PDF, JPEG or PNG, or is damaged. */ FILE,
    /** The file has a kind of compression that can't be read here. */ COMPRESSION,
    /** The PDF opens only with a password. */ LOCKED,
    /** More bytes, pages or dots than a stack of sheets needs. */ TOO_LARGE,
    /** Reading took longer than any sheet does. */ TOO_SLOW,
    /** Nothing is on the page: the back of a sheet. */ BLANK,
    /** No square code was found. */ NO_CODE,
    /** A square code that is no sheet's. */ OTHER_CODE,
    /** A sheet's code whose seal is wrong: damaged, made up, or another installation's. */ SEAL,
    /** A sheet of another workshop. */ OTHER_WORKSHOP,
    /** A sheet that was printed from other questions than those of today. */ OTHER_QUESTIONS,
    /** Fewer round marks than are needed to straighten the page. */ MARKS,
    /** Too blurred, too dark or too small to see the empty circles. */ BLURRED;

    /** Its sentence. */
    public String key() {
        return "workshop.sheet.problem." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
