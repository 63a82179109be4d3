package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dalil.exam.Appeals;
import org.dalil.exam.entity.AppealRow;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;

/** {@code staff/exam/appeals.xhtml}: who asked for a review, the open ones first. */
@Named
@RequestScoped
public class ExamAppealsPage {

    @Inject Appeals appeals;
    @Inject ExamWords words;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private List<Line> lines = List.of();

    /** A line. @param id the sitting's */
    public record Line(String id, String name, String number, String ground, String asked, String state, String severity) { }

    /** Before the page is made. */
    public void open() {
        lines = appeals.all().stream().map(this::line).toList();
    }

    private Line line(AppealRow a) {
        return new Line(a.sittingId().toString(), a.person() == null ? "" : a.person().names().shown(language.getTag()), words.digits(a.candidateNumber()),
                texts.get("exam.appeal.ground." + a.ground().slug()), words.moment(a.askedAt()),
                texts.get("exam.appeals.state." + (a.outcome() == null ? "open" : a.outcome().slug())), a.outcome() == null ? "warning" : "info");
    }

    public List<Line> getLines() {
        return lines;
    }
}
