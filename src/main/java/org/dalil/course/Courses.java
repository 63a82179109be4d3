package org.dalil.course;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.control.CourseVersionStore;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.CoursePublished;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Source;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;

/**
 * The catalogue. What is served is kept in memory: versions never change, so a reader costs the database nothing, and a
 * lesson can still be read while the database is away.
 */
@Door
public class Courses {

    @Inject CourseVersionStore store;
    @Inject Event<CoursePublished> published;

    private final Map<UUID, CourseVersion> versions = new ConcurrentHashMap<>();
    private volatile List<CourseVersion> served = List.of();
    private volatile Glossary glossary;
    private volatile Map<String, Source> sources = Map.of();

    /**
     * Publishes checked drafts: all or none. A draft that is served already changes nothing.
     *
     * @return how many are new
     */
    @RequiresPermissions("course:publish")
    @Transactional
    public int publish(List<CourseDraft> drafts) {
        int changed = 0;
        for (CourseDraft draft : drafts) {
            UUID courseId = draft.course().id();
            Optional<UUID> before = store.current(courseId);
            UUID version = store.find(draft).orElseGet(() -> store.add(draft));
            if (!before.equals(Optional.of(version))) {
                store.serve(courseId, version);
                published.fire(new CoursePublished(courseId, version));
                changed++;
            }
        }
        return changed;
    }

    /**
     * Reads what is served into memory, with the words and sources that came with it: at the start, and after publishing has
     * been committed.
     *
     * @return how many courses are served
     */
    @RequiresPermissions("course:publish")
    @Transactional(Transactional.TxType.SUPPORTS)
    public int serve(Glossary words, Map<String, Source> cited) {
        glossary = words;
        sources = cited;
        List<CourseVersion> all = store.served().stream()
                .sorted(Comparator.comparing((CourseVersion v) -> v.course().audience())
                        .thenComparing(v -> v.course().code()))
                .toList();
        all.forEach(v -> versions.put(v.id(), v));
        served = all;
        return all.size();
    }

    /** All courses, by audience and code. */
    @OpenToAll
    public List<CourseVersion> all() {
        return served;
    }

    /** The courses written for someone, in a language. */
    @OpenToAll
    public List<CourseVersion> of(Audience audience, String language) {
        return served.stream()
                .filter(v -> v.course().audience() == audience && v.course().languages().contains(language))
                .toList();
    }

    /** The course with this part of an address, if it is published in this language. */
    @OpenToAll
    public Optional<CourseVersion> find(String slug, String language) {
        return served.stream()
                .filter(v -> v.course().slug().equals(slug) && v.course().languages().contains(language))
                .findFirst();
    }

    /** The version served now of the course with this code. */
    @OpenToAll
    public Optional<Course> byCode(String code) {
        return served.stream().map(CourseVersion::course).filter(c -> c.code().equals(code)).findFirst();
    }

    /** Any version, also one that is no longer served: attempts are pinned to theirs. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<CourseVersion> version(UUID id) {
        CourseVersion known = versions.get(id);
        if (known == null) {
            Optional<CourseVersion> read = store.version(id);
            read.ifPresent(v -> versions.put(id, v));
            return read;
        }
        return Optional.of(known);
    }

    /** Where the facts of the courses come from, by id. */
    @OpenToAll
    public Map<String, Source> sources() {
        return sources;
    }

    /** The words that courses explain. */
    @OpenToAll
    public Optional<Glossary> glossary() {
        return Optional.ofNullable(glossary);
    }
}
