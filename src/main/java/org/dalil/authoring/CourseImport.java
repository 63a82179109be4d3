package org.dalil.authoring;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.authoring.control.AcceptedFolder;
import org.dalil.authoring.control.AcceptedTreeStore;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.authoring.entity.Curriculum;
import org.dalil.authoring.entity.Reading;
import org.dalil.course.Courses;
import org.dalil.platform.entity.Door;

/** Brings courses from files into the platform: read, checked, then all or nothing. */
@Door
public class CourseImport {

    @Inject Courses courses;
    @Inject AcceptedTreeStore accepted;
    @Inject AcceptedFolder kept;

    /**
     * Glossary, sources, help and sheets of a folder that was accepted before and in which not a byte differs since; its courses are
     * the published ones. Reading and checking all of it takes a small machine many seconds, at every start.
     *
     * @return nothing if the folder has to be read
     */
    @RequiresPermissions("course:publish")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Curriculum> unchanged(Path folder) {
        return accepted.last().flatMap(last -> CurriculumReader.directory(folder, last.tree(), last.languages()));
    }

    /** Glossary, sources, help and sheets of the folder that was accepted last, for the time in which the present one is refused. */
    @RequiresPermissions("course:publish")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Curriculum> last() {
        return accepted.last().flatMap(last -> kept.find().flatMap(folder -> CurriculumReader.directory(folder, last.languages())));
    }

    /** Reads and checks a folder of courses; changes nothing. */
    @RequiresPermissions("course:publish")
    public Reading read(Path folder) {
        return CurriculumReader.read(folder);
    }

    /**
     * Publishes what was read: all courses or, if one can't be stored, none. What is served already stays as it is.
     *
     * @param folder where it was read from
     * @return how many courses have a new version
     * @throws IllegalArgumentException if a finding refuses it
     */
    @RequiresPermissions("course:publish")
    @Transactional
    public int publish(Path folder, Reading reading) {
        if (reading.refuses()) {
            throw new IllegalArgumentException("nothing that the checker refuses is published");
        }
        int changed = courses.publish(reading.curriculum().courses());
        Set<String> languages = reading.curriculum().courses().stream().flatMap(c -> c.course().languages().stream())
                .collect(Collectors.toSet());
        kept.keep(folder);
        accepted.accept(new AcceptedTreeStore.Accepted(reading.tree(), languages));
        return changed;
    }
}
