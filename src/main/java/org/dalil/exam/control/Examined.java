package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.course.Courses;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.CourseVersion;
import org.dalil.exam.entity.Draw;
import org.dalil.exam.entity.Missing;
import org.dalil.exam.entity.PoolItem;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;

/** The courses of an exam as they are served now, and whether their banks can fill it. */
@ApplicationScoped
public class Examined {

    @Inject Courses courses;
    @Inject BankStore bank;
    @Inject Clock clock;

    /** In the order of the codes. @throws Refused if one of them is not served, or ends in no exam */
    public List<CourseVersion> versions(List<String> codes) {
        return codes.stream().map(code -> courses.all().stream().filter(v -> v.course().code().equals(code) && v.course().blueprint() != null)
                .findFirst().orElseThrow(() -> new Refused("exam.plan.noCourse", code))).toList();
    }

    /** The blueprints by course, in the order of the versions. */
    public Map<UUID, Blueprint> blueprints(List<CourseVersion> versions) {
        Map<UUID, Blueprint> blueprints = new LinkedHashMap<>();
        versions.forEach(v -> blueprints.put(v.course().id(), v.course().blueprint()));
        return blueprints;
    }

    /** What the banks lack in a language; empty if an exam can be drawn. */
    public List<Missing> missing(List<CourseVersion> versions, String language) {
        return missing(versions, language, bank.pool(blueprints(versions).keySet(), language, clock.instant()));
    }

    private static List<Missing> missing(List<CourseVersion> versions, String language, List<PoolItem> pool) {
        List<Missing> missing = new ArrayList<>();
        for (CourseVersion version : versions) {
            Draw.gaps(version.course().blueprint(), pool.stream().filter(i -> i.courseId().equals(version.course().id())).toList())
                    .forEach(g -> missing.add(new Missing(version.course().code(), language, g.topic(), g.difficulty(), g.wanted(), g.there())));
        }
        return missing;
    }

    /** The languages in which an exam can be drawn now. */
    public List<String> languages(List<CourseVersion> versions) {
        List<String> all = Language.ALL.stream().map(Language::tag).toList();
        Map<String, List<PoolItem>> pools = bank.pools(blueprints(versions).keySet(), all, clock.instant());
        return all.stream().filter(tag -> missing(versions, tag, pools.get(tag)).isEmpty()).toList();
    }
}
