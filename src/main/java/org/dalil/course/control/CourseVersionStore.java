package org.dalil.course.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.NewId;

/** Course versions in the database: the content as JSON, written once, never changed. */
@ApplicationScoped
public class CourseVersionStore {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** The version of this very draft, if it was published before. */
    public Optional<UUID> find(CourseDraft draft) {
        return first(em.createNativeQuery("SELECT id FROM course_version WHERE course_id = ? AND hash = ?")
                .setParameter(1, draft.course().id().toString()).setParameter(2, draft.hash()).getResultList());
    }

    /** The version served now. */
    public Optional<UUID> current(UUID courseId) {
        return first(em.createNativeQuery("SELECT version FROM course WHERE id = ? AND version IS NOT NULL")
                .setParameter(1, courseId.toString()).getResultList());
    }

    private static Optional<UUID> first(List<?> rows) {
        return rows.stream().findFirst().map(id -> UUID.fromString(id.toString()));
    }

    /** A new version of the draft's course, with its items; not served yet. */
    public UUID add(CourseDraft draft) {
        Course course = draft.course();
        em.createNativeQuery("""
                INSERT INTO course (id, slug, code) VALUES (?, ?, ?)
                    ON DUPLICATE KEY UPDATE slug = VALUES(slug), code = VALUES(code)
                """).setParameter(1, course.id().toString()).setParameter(2, course.slug())
                .setParameter(3, course.code()).executeUpdate();
        UUID id = NewId.next();
        em.createNativeQuery("""
                INSERT INTO course_version (id, course_id, number, hash, published_at, content)
                SELECT ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?
                  FROM course_version
                 WHERE course_id = ?
                """).setParameter(1, id.toString()).setParameter(2, course.id().toString()).setParameter(3, draft.hash())
                .setParameter(4, Timestamp.from(clock.instant())).setParameter(5, write(course))
                .setParameter(6, course.id().toString()).executeUpdate();
        course.quiz().items().forEach(item -> addItem(id, item));
        return id;
    }

    private void addItem(UUID versionId, Quiz.Item item) {
        em.createNativeQuery("""
                INSERT INTO course_item (version_id, item_id, objective, form, kind, scored)
                VALUES (?, ?, ?, ?, ?, ?)
                """).setParameter(1, versionId.toString()).setParameter(2, item.id())
                .setParameter(3, item.objective() == null ? "" : item.objective()).setParameter(4, item.form().name())
                .setParameter(5, item.kind().name()).setParameter(6, item.scored()).executeUpdate();
    }

    /** From now on this version is served. */
    public void serve(UUID courseId, UUID versionId) {
        em.createNativeQuery("UPDATE course SET version = ? WHERE id = ?")
                .setParameter(1, versionId.toString()).setParameter(2, courseId.toString()).executeUpdate();
    }

    /** One version with its content. */
    public Optional<CourseVersion> version(UUID versionId) {
        return read(em.createNativeQuery("""
                SELECT id, number, published_at, content FROM course_version WHERE id = ?
                """).setParameter(1, versionId.toString()).getResultList()).stream().findFirst();
    }

    /** All versions served now. */
    public List<CourseVersion> served() {
        return read(em.createNativeQuery("""
                SELECT v.id, v.number, v.published_at, v.content
                  FROM course c
                  JOIN course_version v ON v.id = c.version
                """).getResultList());
    }

    private static List<CourseVersion> read(List<?> rows) {
        return rows.stream().map(Object[].class::cast).map(row -> new CourseVersion(
                UUID.fromString(row[0].toString()), ((Number) row[1]).intValue(), instant(row[2]), parse((String) row[3])))
                .toList();
    }

    private static Instant instant(Object value) {
        return value instanceof Timestamp timestamp ? timestamp.toInstant()
                : ((java.time.LocalDateTime) value).toInstant(java.time.ZoneOffset.UTC);
    }

    private static String write(Course course) {
        try {
            return JSON.writeValueAsString(course);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a course is always JSON", e);
        }
    }

    private static Course parse(String content) {
        try {
            return JSON.readValue(content, Course.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds a course version that is no course", e);
        }
    }
}
