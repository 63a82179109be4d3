package org.dalil.authoring.control;

/** Sentences that more than one reader says. */
final class Sentences {

    static final String LINK = "this is a link and no file; put the file itself here";
    static final String TOO_LARGE = "the file is larger than 512 kB; divide it or take out what does not belong here";
    static final String TOO_MUCH = "there are more than 5,000 files or 48 MB up to here; the rest is not read";
    static final String NOT_UTF8 = "the file is not UTF-8 text; open it in the program that saved it, and save it again with the encoding UTF-8";
    static final String TWICE = "the package holds this name twice; pack it again";
    static final String LOCKED = "the file is locked with a password; pack it again without one";
    static final String BOMB = "the file unpacks to more than a hundred times its size; nothing written does that";
    static final String UNTRUE = "the file is not what the package says it is; pack it again";
    static final String ODD_NAME = "the name has other characters than Latin letters, digits, hyphens and dots; rename the file";
    static final String TOO_DEEP = "the name is too long or too deep; nothing in courses/ is nested like that";

    private Sentences() { }
}
