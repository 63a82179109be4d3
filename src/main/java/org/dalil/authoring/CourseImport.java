package org.dalil.authoring;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.authoring.entity.Reading;
import org.dalil.course.Courses;
import org.dalil.platform.entity.Door;

/** Brings courses from files into the platform: read, checked, then all or nothing. */
@Door
public class CourseImport {

    @Inject
    Courses courses;

    /** Reads and checks a folder of courses; changes nothing. */
    @RequiresPermissions("course:publish")
    public Reading read(Path folder) {
        return CurriculumReader.read(folder);
    }

    /**
     * Publishes what was read: all courses or, if one can't be stored, none. What is served already stays as it is.
     *
     * @return how many courses have a new version
     * @throws IllegalArgumentException if a finding refuses it
     */
    @RequiresPermissions("course:publish")
    @Transactional
    public int publish(Reading reading) {
        if (reading.refuses()) {
            throw new IllegalArgumentException("nothing that the checker refuses is published");
        }
        return courses.publish(reading.curriculum().courses());
    }
}
