package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.dalil.exam.CandidateSignIn;
import org.dalil.exam.Sittings;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Desk;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/exam-desk.xhtml}: a candidate's own page: who they are, what waits for them, what they have sat. */
@Named("examDeskPage")
@RequestScoped
public class ExamDeskPage {

    @Inject CandidateSignIn signIn;
    @Inject Sittings sittings;
    @Inject ExamBrowser browser;
    @Inject ExamWords words;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private CandidateRow self;
    private Desk desk;

    public void open() throws IOException {
        if (!browser.isCandidates()) {
            return;
        }
        if (page.isForm()) {
            signIn.leave(browser.cookie());
            browser.forget();
            page.leadTo("/exam");
            return;
        }
        self = signIn.self(browser.cookie()).orElseThrow(page::notFound);
        desk = sittings.desk(browser.cookie());
    }

    /** A session. @param url where it goes on; empty where nothing can be done now */
    public record Row(String title, String about, String state, String url) { }

    public List<Row> getRows() {
        return desk.places().stream().map(this::row).toList();
    }

    private Row row(Desk.Place p) {
        String state;
        String url = "";
        if (p.submitted()) {
            state = texts.get(p.passed() == null ? "exam.desk.handedIn" : p.passed() ? "exam.result.passed" : "exam.result.notPassed");
            url = "/exam/sitting/" + p.sittingId();
        } else if (p.sittingId() != null) {
            state = texts.get("exam.desk.running");
            url = "/exam/sitting/" + p.sittingId();
        } else if (p.session().isOpen()) {
            state = texts.get("exam.desk.open");
            url = "/exam/session/" + p.session().id();
        } else {
            state = texts.get(p.session().isClosed() ? "exam.desk.missed" : "exam.desk.waits");
        }
        String place = texts.of("exam.desk.place", words.day(p.session().heldOn()), p.session().place(), p.seat());
        if (p.decided() != null) {
            state += texts.get(p.decided() ? "exam.desk.reviewed" : "exam.desk.review");
        }
        return new Row(words.courses(p.session().courses()), place, state, url.isEmpty() ? "" : "/" + language.getTag() + url);
    }

    public String getToken() {
        return browser.token();
    }

    /** The name in the reader's spelling; the number alone where the key of names is lost. */
    public String getName() {
        return self.person() == null ? "" : self.person().names().shown(language.getTag());
    }

    public String getNumber() {
        return words.digits(self.number());
    }

    /** How far they are with what is learnt before the exam, or for a renewal. */
    public String getProgress() {
        return words.progress(self);
    }

    /** What is missing on the way to a seat; empty if nothing is. */
    public String getMissing() {
        String missing = words.missing(self);
        return missing.isEmpty() ? "" : texts.of("exam.path.toLearn", missing);
    }

    public String getTrack() {
        return texts.get("exam.track." + self.track().slug());
    }
}
