package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalil.exam.entity.SittingView;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** The time that is left, in words. */
@RequestScoped
public class ExamTime {

    @Inject CurrentLanguage language;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    /** One sentence: how long still, and until when. */
    String left(SittingView sitting) {
        return sitting.paused() ? texts.of("exam.sitting.paused", minutes(sitting))
                : texts.of("exam.sitting.left", minutes(sitting), page.time(sitting.endsAt()));
    }

    private static long minutes(SittingView sitting) {
        return Math.max(1, (sitting.left().toSeconds() + 30) / 60);
    }

    /** The ten digits of the page's language. */
    String digits() {
        return IntStream.range(0, 10).mapToObj(language::number).collect(Collectors.joining());
    }
}
