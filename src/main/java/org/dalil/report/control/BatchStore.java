package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalil.platform.entity.NewId;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.BeforeAfter;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Pairs;
import org.dalil.report.entity.Party;
import org.dalil.report.entity.Place;
import org.dalil.report.entity.Reached;
import org.dalil.report.entity.Scope;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Turnout;

/** Parties that wait and batches that were made of them. A batch is written once and never changed. */
@ApplicationScoped
public class BatchStore {

    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final String PLACE = Arrays.stream(DIMENSIONS).map(d -> d.name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", "));

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** A party that isn't in a batch yet. */
    public record Waiting(UUID id, Optional<UUID> workshop, boolean paired, LocalDate since, Place place) { }

    /** One at a time puts people together, until the transaction ends. */
    public void lock(Instant now) {
        database.createNativeQuery("UPDATE report_gathering SET gathered_at = ?1 WHERE id = 1")
                .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).executeUpdate();
    }

    /** People who will be counted together, from now on or apart from those they were with; all of them paired, or none. */
    public void add(Stage stage, Optional<UUID> workshop, List<Reached> people, LocalDate today) {
        UUID id = NewId.next();
        Query party = database.createNativeQuery("INSERT INTO report_party (id, stage, workshop_id, noted_on, paired, " + PLACE
                        + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
                .setParameter(1, id.toString()).setParameter(2, stage.name())
                .setParameter(3, workshop.map(UUID::toString).orElse(null)).setParameter(4, java.sql.Date.valueOf(today))
                .setParameter(5, people.get(0).isPaired());
        place(party, 6, Party.place(people));
        party.executeUpdate();
        people.forEach(p -> database.createNativeQuery("""
                INSERT INTO report_member (card_id, course_id, stage, party_id)
                VALUES (?1, ?2, ?3, ?4)
                    ON DUPLICATE KEY UPDATE party_id = VALUE(party_id)
                """).setParameter(1, p.card().toString()).setParameter(2, p.course().toString())
                .setParameter(3, stage.name()).setParameter(4, id.toString()).executeUpdate());
    }

    private static void place(Query query, int from, Place place) {
        for (int i = 0; i < DIMENSIONS.length; i++) {
            query.setParameter(from + i, place.in(DIMENSIONS[i]).orElse(null));
        }
    }

    /** The parties that wait, in no order; those whose last card was erased are dropped. */
    public List<Waiting> waiting(Stage stage) {
        database.createNativeQuery("""
                DELETE FROM report_party
                 WHERE batch IS NULL AND stage = ?1 AND NOT EXISTS (SELECT 1 FROM report_member m WHERE m.party_id = report_party.id)
                """).setParameter(1, stage.name()).executeUpdate();
        return rows(database.createNativeQuery("SELECT id, workshop_id, paired, noted_on, " + PLACE
                + " FROM report_party WHERE batch IS NULL AND stage = ?1").setParameter(1, stage.name())).stream()
                .map(r -> new Waiting(id(r[0]), Optional.ofNullable(r[1]).map(BatchStore::id),
                        r[2] instanceof Boolean bool ? bool : number(r[2]) != 0,
                        r[3] instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) r[3], place(r, 4))).toList();
    }

    /** Keeps a batch for good. */
    public void add(Stage stage, Batch batch) {
        UUID id = NewId.next();
        Turnout t = batch.turnout();
        Pairs p = batch.pairs();
        Query insert = database.createNativeQuery("INSERT INTO report_batch (id, stage, cluster, " + PLACE + """
                , no_test, pre_only, post_only, partial, paired, completed, mean_before, mean_after, squares_before, squares_after,
                squares_gain, kept, gained, lost, never)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
                """).setParameter(1, id.toString()).setParameter(2, stage.name()).setParameter(3, batch.cluster().toString());
        place(insert, 4, batch.place());
        Object[] values = {t.noTest(), t.preOnly(), t.postOnly(), t.partial(), t.paired(), t.completed(), p.meanBefore(), p.meanAfter(),
            p.squaresBefore(), p.squaresAfter(), p.squaresGain(), p.passed().kept(), p.passed().gained(), p.passed().lost(),
            p.passed().never()};
        IntStream.range(0, values.length).forEach(i -> insert.setParameter(10 + i, values[i]));
        insert.executeUpdate();
        batch.scope().parties().forEach((party, people) -> database.createNativeQuery("""
                UPDATE report_party SET people = ?1, batch = (SELECT number FROM report_batch WHERE id = ?2) WHERE id = ?3
                """).setParameter(1, people).setParameter(2, id.toString()).setParameter(3, party.toString()).executeUpdate());
    }

    /**
     * Whether somebody is in a batch of this course. Waits for whoever puts people together just now, and keeps others from it until the
     * transaction ends: what is written in it is then either seen by them or refused here.
     */
    public boolean holds(UUID card, UUID course) {
        database.createNativeQuery("SELECT id FROM report_gathering WHERE id = 1 LOCK IN SHARE MODE").getSingleResult();
        return !database.createNativeQuery("""
                SELECT p.id
                  FROM report_member m
                  JOIN report_party p ON p.id = m.party_id
                 WHERE m.card_id = ?1 AND m.course_id = ?2 AND m.stage = 'COURSE'
                   AND p.batch IS NOT NULL
                  LOCK IN SHARE MODE
                """).setParameter(1, card.toString()).setParameter(2, course.toString()).getResultList().isEmpty();
    }

    /** Those of these cards that are in a batch of this course at this moment. */
    public Set<UUID> held(Collection<UUID> cards, UUID course) {
        if (cards.isEmpty()) {
            return Set.of();
        }
        Query query = database.createNativeQuery("""
                SELECT m.card_id
                  FROM report_member m
                  JOIN report_party p ON p.id = m.party_id
                 WHERE m.course_id = ? AND m.stage = 'COURSE' AND p.batch IS NOT NULL AND m.card_id IN (%s)
                """.formatted(String.join(", ", Collections.nCopies(cards.size(), "?")))).setParameter(1, course.toString());
        int place = 2;
        for (UUID card : cards) {
            query.setParameter(place++, card.toString());
        }
        return ((List<?>) query.getResultList()).stream().map(id -> UUID.fromString(id.toString())).collect(Collectors.toSet());
    }

    /** The number of the batch made last; 0 without one. */
    public int last() {
        return ((Number) database.createNativeQuery("SELECT COALESCE(MAX(number), 0) FROM report_batch").getSingleResult()).intValue();
    }

    /**
     * The batches of a stage, in the order of their numbers. Each stands for itself in its scope.
     *
     * @param after only those with a larger number
     * @param last  and no larger one than this
     */
    public List<Batch> all(Stage stage, int after, int last) {
        return rows(database.createNativeQuery("SELECT id, cluster, " + PLACE + """
                , no_test, pre_only, post_only, partial, paired, completed, mean_before, mean_after, squares_before, squares_after,
                squares_gain, kept, gained, lost, never
                  FROM report_batch
                 WHERE stage = ?1 AND number > ?2 AND number <= ?3
                 ORDER BY number
                """).setParameter(1, stage.name()).setParameter(2, after).setParameter(3, last)).stream().map(BatchStore::batch).toList();
    }

    private static Batch batch(Object[] r) {
        Turnout turnout = new Turnout(number(r[8]), number(r[9]), number(r[10]), number(r[11]), number(r[12]), number(r[13]));
        BeforeAfter passed = new BeforeAfter(number(r[19]), number(r[20]), number(r[21]), number(r[22]));
        Pairs pairs = new Pairs(turnout.paired(), decimal(r[14]), decimal(r[15]), decimal(r[16]), decimal(r[17]), decimal(r[18]), passed);
        return new Batch(new Scope(Map.of(id(r[0]), turnout.enrolled())), id(r[1]), place(r, 2), turnout, pairs);
    }

    /** Whom each batch is about that holds pairs of this workshop, by parties. */
    public List<Scope> around(UUID workshop) {
        Map<Object, Map<UUID, Integer>> batches = new HashMap<>();
        rows(database.createNativeQuery("""
                SELECT p.batch, p.id, p.people
                  FROM report_party p
                 WHERE p.paired AND p.stage = 'COURSE'
                   AND p.batch IN (SELECT own.batch FROM report_party own WHERE own.workshop_id = ?1 AND own.stage = 'COURSE')
                """).setParameter(1, workshop.toString()))
                .forEach(r -> batches.computeIfAbsent(r[0], b -> new HashMap<>()).put(id(r[1]), number(r[2])));
        return batches.values().stream().map(Scope::new).toList();
    }

    /** The parties of pairs of this workshop, in batches and waiting, with their people. */
    public Map<UUID, Integer> pairs(UUID workshop) {
        return rows(database.createNativeQuery("""
                SELECT p.id, COALESCE(p.people, (SELECT COUNT(*) FROM report_member m WHERE m.party_id = p.id))
                  FROM report_party p
                 WHERE p.workshop_id = ?1 AND p.stage = 'COURSE' AND p.paired
                """).setParameter(1, workshop.toString())).stream().collect(Collectors.toMap(r -> id(r[0]), r -> number(r[1])));
    }

    static Place place(Object[] row, int from) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (int i = 0; i < DIMENSIONS.length; i++) {
            if (row[from + i] != null) {
                values.put(DIMENSIONS[i], row[from + i].toString().intern());
            }
        }
        return new Place(values);
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static UUID id(Object column) {
        return UUID.fromString(column.toString());
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private static double decimal(Object column) {
        return ((Number) column).doubleValue();
    }
}
