package org.dalil.platform.entity;

/** The platform can't start; the message is the one sentence the administrator reads, with what to do. */
public class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
