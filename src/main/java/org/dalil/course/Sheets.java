package org.dalil.course;

import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Sheet;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;

/** The sheets to print that belong to the courses. Kept in memory, like the glossary; nothing that is written on one comes back. */
@Door
public class Sheets {

    private volatile List<Sheet> served = List.of();

    /** Takes the sheets that were read with the courses, in the order in which they are offered. */
    @RequiresPermissions("course:publish")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void serve(List<Sheet> checked) {
        served = List.copyOf(checked);
    }

    /** All that have words in this language. */
    @OpenToAll
    public List<Sheet> in(String language) {
        return served.stream().filter(s -> s.words().containsKey(language)).toList();
    }

    /** Those for someone, in a language. */
    @OpenToAll
    public List<Sheet> of(Audience audience, String language) {
        return served.stream().filter(s -> s.audiences().contains(audience) && s.words().containsKey(language)).toList();
    }

    /** Those of a course, in a language. */
    @OpenToAll
    public List<Sheet> of(Course course, String language) {
        return served.stream().filter(s -> s.isOf(course) && s.words().containsKey(language)).toList();
    }

    /** The sheet with this part of an address, if it has words in this language. */
    @OpenToAll
    public Optional<Sheet> find(String address, String language) {
        return served.stream().filter(s -> s.address().equals(address) && s.words().containsKey(language)).findFirst();
    }
}
