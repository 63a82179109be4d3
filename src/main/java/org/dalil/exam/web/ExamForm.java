package org.dalil.exam.web;

import jakarta.inject.Inject;
import java.io.IOException;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** A candidate's page with one form: what was typed is tried, and what is wrong is told on the same page. */
public abstract class ExamForm {

    @Inject ExamBrowser browser;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    private Refused error;

    /** What the form asks for. */
    interface Attempt {

        void run() throws IOException;
    }

    /** Tries it. What is refused is kept for the page. */
    void attempt(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (Refused e) {
            error = e;
        }
    }

    /** Whether what was tried was refused for a reason of this kind. */
    boolean isRefused(String keyBegin) {
        return error != null && error.key().startsWith(keyBegin);
    }

    /** A field as it was typed, so that nobody types it twice. */
    String typed(String field) {
        return page.field(field).orElse("");
    }

    public String getToken() {
        return browser.token();
    }

    /** What is wrong; null if nothing. */
    public String getError() {
        return error == null ? null : texts.of(error);
    }
}
