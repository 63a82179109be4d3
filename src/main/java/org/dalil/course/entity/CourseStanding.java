package org.dalil.course.entity;

import java.util.Map;

/**
 * A course as those who look after it see it.
 *
 * @param translations by the tag of every language of the platform
 */
public record CourseStanding(CourseVersion version, Map<String, TranslationState> translations) {

    public Course course() {
        return version.course();
    }

    /** Whether these words are in what the course is called, in any language, or in its code. */
    public boolean isCalled(String typed) {
        String wanted = FoldedText.of(typed);
        return FoldedText.of(course().code()).contains(wanted)
                || course().words().values().stream().anyMatch(w -> FoldedText.of(w.title()).contains(wanted));
    }
}
