package org.dalil.course;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.entity.CourseStanding;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.TranslationState;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Language;

/** How the courses stand in each language, for those who look after them. */
@Door
public class Translations {

    @Inject
    Courses courses;

    /** Every course that is served, by audience and code. */
    @RequiresPermissions("course:read")
    public List<CourseStanding> all() {
        return courses.all().stream().map(Translations::standing).toList();
    }

    private static CourseStanding standing(CourseVersion version) {
        Map<String, TranslationState> states = new LinkedHashMap<>();
        Language.ALL.forEach(l -> states.put(l.tag(), TranslationState.of(version.course(), l.tag())));
        return new CourseStanding(version, states);
    }
}
