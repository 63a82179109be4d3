package org.dalil.authoring.control;

/** Sentences that more than one reader says. */
final class Sentences {

    static final String LINK = "this is a link and no file; put the file itself here";
    static final String TOO_LARGE = "the file is larger than 512 kB; divide it or take out what does not belong here";
    static final String TOO_MUCH = "there are more than 5,000 files or 48 MB up to here; the rest is not read";
    static final String NOT_UTF8 = "the file is not UTF-8 text; open it in the program that saved it, and save it again with the encoding UTF-8";

    private Sentences() { }
}
