package org.dalil.workshop.web;

import java.io.Serializable;

/** A question of a scan that a person has to look at. */
public final class ScanDoubt implements Serializable {

    private final String item;
    private final String place;
    private final String question;
    private final String why;
    private final String hint;
    private String typed = "";

    ScanDoubt(String item, String place, String question, String why, String hint) {
        this.item = item;
        this.place = place;
        this.question = question;
        this.why = why;
        this.hint = hint;
    }

    String item() {
        return item;
    }

    public String getPlace() {
        return place;
    }

    public String getQuestion() {
        return question;
    }

    public String getWhy() {
        return why;
    }

    public String getHint() {
        return hint;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed == null ? "" : typed;
    }
}
