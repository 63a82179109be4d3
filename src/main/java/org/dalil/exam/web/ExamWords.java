package org.dalil.exam.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.Missing;
import org.dalil.exam.entity.Path;
import org.dalil.exam.entity.SessionKind;
import org.dalil.exam.entity.SessionRow;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SiteFacts;

/** What pages about exams say in the same words: courses, topics, days. */
@RequestScoped
public class ExamWords {

    @Inject Courses courses;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject SiteFacts site;

    /** The titles of courses. */
    String courses(List<String> codes) {
        return codes.stream().map(this::course).collect(Collectors.joining(texts.get("account.staff.comma")));
    }

    /** The title of a course; its code if it is served no more. */
    String course(String code) {
        return courses.byCode(code).map(c -> words(c).title()).orElse(code);
    }

    /** What a topic is about: the words of the objective. */
    String topic(String code, String topic) {
        return courses.byCode(code).map(c -> words(c).objectives().getOrDefault(topic, topic)).orElse(topic);
    }

    /** The title of a module. */
    String module(Course course, int number) {
        return course.module(number).map(m -> words(course).modules().get(m.name())).map(Course.ModuleWords::title).orElse("");
    }

    private Course.Words words(Course course) {
        Course.Words words = course.words().get(language.getTag());
        return words == null ? course.words().get(course.sourceLanguage()) : words;
    }

    /** A number that is a name: without marks between its digits. */
    String digits(long number) {
        return String.valueOf(number).chars().mapToObj(c -> language.number(c - '0')).collect(Collectors.joining());
    }

    /** A correlation and the like: two places. */
    String decimal(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(language.get().cldr());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** A day. */
    String day(LocalDate day) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMEEEEd", language.get().cldr());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** Hours and minutes where the exam is. */
    String time(Instant moment) {
        DateFormat format = DateFormat.getInstanceForSkeleton("Hm", language.get().cldr());
        format.setTimeZone(TimeZone.getTimeZone(site.getZone().getId()));
        return format.format(Date.from(moment));
    }

    /** A day and the time of it, where the exam is. */
    String moment(Instant moment) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMdHm", language.get().cldr());
        format.setTimeZone(TimeZone.getTimeZone(site.getZone().getId()));
        return format.format(Date.from(moment));
    }

    /** The last day of a certificate, where the exam is. */
    LocalDate day(Instant moment) {
        return moment.atZone(site.getZone()).toLocalDate();
    }

    /** For whom a session is. */
    String track(SessionRow session) {
        String track = texts.get("exam.track." + session.track().slug());
        return session.kind() == SessionKind.RENEWAL ? texts.of("exam.kind.of", track) : track;
    }

    /** How far somebody is on the way that they are on: a renewal while there is one. */
    String progress(CandidateRow candidate) {
        return candidate.isRenewing() ? texts.of("exam.renewal.progress", progress(candidate.renewal().path())) : progress(candidate.path());
    }

    /** What is missing on that way. */
    String missing(CandidateRow candidate) {
        return missing(candidate.isRenewing() ? candidate.renewal().path() : candidate.path());
    }

    /** How far somebody is on their path. */
    String progress(Path path) {
        return path.length() == 0 ? texts.get("exam.renewal.soon") : path.isComplete() ? texts.get("exam.path.complete") : texts.of("exam.path.progress", path.done(), path.length());
    }

    /** What is missing on a path, in one line; empty if nothing is. */
    String missing(Path path) {
        return path.open().stream().map(p -> texts.of("exam.path.missing", course(p.course()), p.missing().size(),
                p.missing().stream().map(language::number).collect(Collectors.joining(texts.get("account.staff.comma")))))
                .collect(Collectors.joining(texts.get("exam.path.semicolon")));
    }

    /** What a bank lacks, in one line. */
    String missing(Missing m) {
        return texts.of("exam.bank.missing", course(m.course()) + ": " + topic(m.course(), m.topic()),
                texts.get("exam.difficulty." + m.difficulty().name().toLowerCase(java.util.Locale.ROOT)), m.wanted() - m.there());
    }

    /** What happened in a room, in one line. */
    String incident(Incident i) {
        String what = i.minutes() == null ? texts.get("exam.incident." + i.kind().slug())
                : texts.of("exam.incident.minutes", texts.get("exam.incident." + i.kind().slug()), i.minutes());
        if (i.seat() == null) {
            return what;
        }
        return i.candidate() == null ? texts.of("exam.incident.seat", i.seat(), what)
                : texts.of("exam.incident.candidate", i.seat(), digits(i.candidate()), what);
    }
}
