package org.dalil.authoring.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalil.authoring.CourseImport;
import org.dalil.authoring.entity.Curriculum;
import org.dalil.authoring.entity.Finding;
import org.dalil.authoring.entity.Reading;
import org.dalil.course.Courses;
import org.dalil.course.Sheets;
import org.dalil.help.HelpDirectory;
import org.dalil.platform.control.Console;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;

/** Reads the folder of courses when the server starts. The same folder again changes nothing. */
@ApplicationScoped
public class CoursesAtStart {

    /** So many findings are shown; the command shows all. */
    private static final int SHOWN = 10;

    @Inject CourseImport imports;
    @Inject Courses courses;
    @Inject Sheets sheets;
    @Inject HelpDirectory help;
    @Inject Installation installation;
    @Inject Readiness readiness;
    @Inject Console console;

    void read(@Observes @Priority(100) DatabaseReady ready) {
        SystemSubject.run("start", this::read);
    }

    private void read() {
        Path folder = installation.courses();
        if (!Files.isDirectory(folder)) {
            console.say("There is no folder of courses at " + folder + ". Set DALIL_COURSES to one.");
            readiness.missing("there is no folder of courses");
            return;
        }
        Curriculum curriculum = imports.unchanged(folder).orElseGet(() -> readWhole(folder));
        int served = courses.serve(curriculum.glossary(), curriculum.sources());
        sheets.serve(curriculum.sheets());
        help.publish(curriculum.help());
        readiness.fact("courses", served);
        readiness.missing(served == 0 ? "no course could be loaded" : "");
    }

    private Curriculum readWhole(Path folder) {
        Reading reading = imports.read(folder);
        if (reading.refuses()) {
            complain(reading);
            return imports.last().orElse(reading.curriculum());
        } else {
            int changed = imports.publish(folder, reading);
            console.say(changed == 0 ? "The courses are as they were; glossary, help and sheets have been read again."
                    : changed + " course(s) have a new version.");
        }
        return reading.curriculum();
    }

    private void complain(Reading reading) {
        console.say("The courses in " + installation.courses() + " have faults. What was served before is"
                + " served on:");
        reading.findings().stream().filter(Finding::refuses).limit(SHOWN).forEach(f -> console.say("  " + f));
        long more = reading.findings().stream().filter(Finding::refuses).count() - SHOWN;
        if (more > 0) {
            console.say("  … and " + more + " more; mvn -q -Pcourses -Dcourses=check shows all.");
        }
    }
}
