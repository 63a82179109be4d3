package org.dalil.workshop.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SiteFacts;
import org.dalil.workshop.entity.WorkshopRow;

/** What workshops are called on the pages of their trainers, in the reader's language. */
@RequestScoped
public class WorkshopWords {

    @Inject Courses courses;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject SiteFacts site;

    /** Made once for a page: a page of a room says a dozen hours. */
    private DateFormat hours;

    /** The course as it is served now. */
    public Optional<Course> course(UUID id) {
        return courses.all().stream().map(CourseVersion::course).filter(c -> c.id().equals(id)).findFirst();
    }

    /** The words of a course for this reader: in the page's language, or in the one it was written in. */
    public Course.Words words(Course course) {
        Course.Words words = course.words().get(language.getTag());
        return words == null ? course.words().get(course.sourceLanguage()) : words;
    }

    public String title(WorkshopRow row) {
        return course(row.plan().courseId()).map(c -> words(c).title()).orElse("–");
    }

    public String region(WorkshopRow row) {
        return texts.get(row.plan().region().key());
    }

    /** A day without its hour, as it is written in this language. */
    public String day(LocalDate day) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, language.get().cldr());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** Hours and minutes where the learners live. */
    public String time(Instant moment) {
        if (hours == null) {
            hours = DateFormat.getInstanceForSkeleton("Hm", language.get().cldr());
            hours.setTimeZone(TimeZone.getTimeZone(site.getZone().getId()));
        }
        return hours.format(Date.from(moment));
    }

    /** Which workshop, in one line without its course: "Workshop 12, Duhok, 28 November 2026". */
    public String name(WorkshopRow row) {
        return texts.of("workshop.name", language.number(row.number()), region(row), day(row.plan().heldOn()));
    }

    /** The names of languages, each in itself. */
    public String languages(WorkshopRow row) {
        return String.join(texts.get("account.staff.comma"), row.plan().languages().stream()
                .map(tag -> new org.dalil.platform.entity.Language(tag).ownName()).toList());
    }
}
