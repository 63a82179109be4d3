package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dalil.exam.Sittings;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.SessionRow;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.workshop.entity.JoinCode;

/** {@code learn/exam-begin.xhtml}: the rules, the language, the code on the wall. Also the way back into an exam in another browser. */
@Named("examBeginPage")
@RequestScoped
public class ExamBeginPage {

    @Inject Sittings sittings;
    @Inject ExamBrowser browser;
    @Inject ExamWords words;
    @Inject Address address;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private SessionRow session;
    private List<String> languages;
    private Refused error;

    public void open() throws IOException {
        if (!browser.isCandidates()) {
            return;
        }
        SessionId id = address.get("session").flatMap(SessionId::of).orElseThrow(page::notFound);
        session = sittings.session(browser.cookie(), id);
        languages = sittings.languages(id);
        if (page.isForm()) {
            begin(id);
        }
    }

    private void begin(SessionId id) throws IOException {
        try {
            JoinCode code = JoinCode.typed(page.field("code").orElse("")).orElseThrow(() -> new Refused("exam.begin.slip"));
            String chosen = page.field("language").filter(languages::contains).orElseThrow(() -> new Refused("exam.begin.language"));
            UUID sitting = sittings.begin(browser.cookie(), id, code, chosen);
            page.leadTo("/exam/sitting/" + sitting + "/1");
        } catch (Refused e) {
            error = e;
        }
    }

    /** A language of the exam. */
    public record Choice(String tag, String name, boolean chosen) { }

    public List<Choice> getLanguages() {
        String preferred = page.field("language").orElse(languages.contains(language.getTag()) ? language.getTag()
                : languages.isEmpty() ? "" : languages.get(0));
        return languages.stream().map(tag -> new Choice(tag, new Language(tag).ownName(), tag.equals(preferred))).toList();
    }

    public String getToken() {
        return browser.token();
    }

    public String getTitle() {
        return words.courses(session.courses());
    }

    public String getDay() {
        return words.day(session.heldOn());
    }

    public boolean isOpen() {
        return session.isOpen();
    }

    /** What is wrong; null if nothing. */
    public String getError() {
        return error == null ? null : texts.of(error);
    }

    /** The code as it was typed. */
    public String getTyped() {
        return page.field("code").orElse("");
    }
}
