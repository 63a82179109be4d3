package org.dalil.report.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Form;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.ItemScore;
import org.dalil.report.entity.ItemSums;
import org.dalil.report.entity.Participant;
import org.dalil.report.entity.Sitting;

/** Answers to items, added up batch by batch, so that the sums outlive the answers and are never about few people. */
@ApplicationScoped
public class ItemStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every scored item of each submitted test of a party's people; what was never reached is skipped. */
    private static final String ANSWERS = """
            SELECT m.course_id, m.card_id, a.id, a.occasion, a.form, a.submitted_at, a.score, a.closed_early,
                   NOT a.closed_early OR a.answered >= 0.8 * a.scored_items, a.language,
                   i.item_id, i.objective, i.kind, COALESCE(n.score, 0), COALESCE(n.skipped, TRUE), COALESCE(n.value, '')
              FROM report_member m
              JOIN attempt a     ON a.card_id = m.card_id AND a.course_id = m.course_id AND a.submitted_at IS NOT NULL
              JOIN course_item i ON i.version_id = a.version_id AND i.scored AND i.form IN (a.form, 'ANCHOR')
              LEFT JOIN answer n ON n.attempt_id = a.id AND n.item_id = i.item_id
             WHERE m.party_id IN (%s)
             ORDER BY a.submitted_at, a.id, i.item_id
            """;

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** An item's sums now, and as they were last shown. */
    public record Item(ItemSums now, Optional<ItemSums> shown) { }

    /** Adds the answers of a batch's people, at the moment when it is made. */
    public void add(Batch batch) {
        List<UUID> parties = List.copyOf(batch.scope().parties().keySet());
        var query = database.createNativeQuery(String.format(ANSWERS, String.join(",", java.util.Collections.nCopies(parties.size(), "?"))));
        IntStream.range(0, parties.size()).forEach(i -> query.setParameter(i + 1, parties.get(i).toString()));
        List<?> rows = query.getResultList();
        rows.stream().map(Object[].class::cast).collect(Collectors.groupingBy(r -> id(r[0])))
                .forEach((course, own) -> ItemSums.of(course, people(own)).forEach(sums -> add(course, sums)));
    }

    private static List<Participant> people(List<Object[]> rows) {
        return rows.stream().collect(Collectors.groupingBy(r -> id(r[1]))).values().stream()
                .map(own -> new Participant(Instant.EPOCH, null, own.stream().collect(Collectors.groupingBy(r -> r[2], LinkedHashMap::new,
                        Collectors.toList())).values().stream().map(ItemStore::sitting).toList())).toList();
    }

    private static Sitting sitting(List<Object[]> rows) {
        Object[] r = rows.get(0);
        return new Sitting(Occasion.valueOf(r[3].toString()), Form.valueOf(r[4].toString()), instant(r[5]), ((Number) r[6]).doubleValue(),
                truth(r[7]), truth(r[8]), 0, r[9].toString(), rows.stream().map(ItemStore::item).toList());
    }

    private static ItemScore item(Object[] r) {
        String marks = r[15].toString();
        return new ItemScore(r[10].toString(), r[11].toString(), r[12].toString().matches("SINGLE|TRUE_FALSE"), ((Number) r[13]).doubleValue(),
                truth(r[14]), marks.isEmpty() ? List.of() : Arrays.asList(marks.split(",")));
    }

    private void add(UUID course, ItemSums more) {
        String item = more.tally().item();
        List<?> known = database.createNativeQuery("SELECT sums FROM report_item WHERE course_id = ?1 AND item_id = ?2")
                .setParameter(1, course.toString()).setParameter(2, item).getResultList();
        ItemSums sum = known.isEmpty() ? more : read(known.get(0)).plus(more);
        database.createNativeQuery("""
                INSERT INTO report_item (course_id, item_id, sums) VALUES (?1, ?2, ?3)
                    ON DUPLICATE KEY UPDATE sums = VALUE(sums)
                """).setParameter(1, course.toString()).setParameter(2, item).setParameter(3, write(sum)).executeUpdate();
    }

    /** What is kept of a course, by item. */
    public Map<String, Item> of(UUID course) {
        List<?> rows = database.createNativeQuery("SELECT item_id, sums, shown FROM report_item WHERE course_id = ?1")
                .setParameter(1, course.toString()).getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(r -> r[0].toString(),
                r -> new Item(read(r[1]), Optional.ofNullable(r[2]).map(ItemStore::read))));
    }

    /** Remembers what is shown now. */
    public void show(UUID course, ItemSums sums) {
        database.createNativeQuery("UPDATE report_item SET shown = ?1 WHERE course_id = ?2 AND item_id = ?3").setParameter(1, write(sums))
                .setParameter(2, course.toString()).setParameter(3, sums.tally().item()).executeUpdate();
    }

    private static ItemSums read(Object json) {
        try {
            return JSON.readValue(json.toString(), ItemSums.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An item's kept answers can't be read", e);
        }
    }

    private static String write(ItemSums sums) {
        try {
            return JSON.writeValueAsString(sums);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An item's answers can't be kept", e);
        }
    }

    private static UUID id(Object column) {
        return UUID.fromString(column.toString());
    }

    private static boolean truth(Object column) {
        return column instanceof Boolean bool ? bool : ((Number) column).intValue() != 0;
    }

    private static Instant instant(Object column) {
        LocalDateTime local = column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }
}
