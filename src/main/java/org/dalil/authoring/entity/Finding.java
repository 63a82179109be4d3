package org.dalil.authoring.entity;

/**
 * One thing that is wrong with the files of the curriculum, for the person who wrote them.
 *
 * @param file     path from the folder above {@code courses}, with slashes
 * @param item     what in the file, for example {@code item keys-1}; empty if it is the file as a whole
 * @param sentence what is wrong and what to do, without a full stop
 */
public record Finding(String file, String item, String sentence, Severity severity) {

    /** Whether it keeps the file from being served. */
    public boolean refuses() {
        return severity == Severity.REFUSES;
    }

    /** The same, no longer in the way of publishing. */
    public Finding asWarning() {
        return new Finding(file, item, sentence, Severity.WARNS);
    }

    /** For example {@code courses/teens/x/quiz.ckb.yaml: item keys-1: no text for choice b}. */
    @Override
    public String toString() {
        return file + ": " + (item.isEmpty() ? "" : item + ": ") + sentence;
    }
}
