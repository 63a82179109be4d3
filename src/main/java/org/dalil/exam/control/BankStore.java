package org.dalil.exam.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.PoolItem;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Sealing;
import org.dalil.platform.entity.Refused;

/** Items of the banks. What they say is opened here and nowhere else. */
@ApplicationScoped
public class BankStore {

    static final String SEALED_BY = "exam-bank";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Map<UUID, PoolItem> drawables = new ConcurrentHashMap<>();
    private final Map<List<UUID>, Listing> listings = new ConcurrentHashMap<>();

    @PersistenceContext
    EntityManager em;

    @Inject Sealing sealing;
    @Inject Keys keys;

    /** Another item. */
    public void add(BankItem item, ItemContent content) {
        try {
            int version = keys.newest(SEALED_BY);
            item.says(sealing.seal(SEALED_BY, version, JSON.writeValueAsBytes(content), context(item)), version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        em.persist(item);
    }

    /** Sends to the database what was changed so far. */
    public void written() {
        em.flush();
    }

    /** What an item says. @throws Refused if its key is lost */
    public ItemContent content(BankItem item) {
        byte[] json = sealing.open(SEALED_BY, item.keyVersion(), item.content(), context(item)).orElseThrow(() -> new Refused("exam.bank.key"));
        try {
            return JSON.readValue(json, ItemContent.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The versions of the key that items were sealed with. */
    List<Integer> keyVersions() {
        return em.createQuery("SELECT DISTINCT i.keyVersion FROM BankItem i ORDER BY i.keyVersion", Integer.class).getResultList();
    }

    /** Whether this version of the key is the one that sealed. A missing one is not made by asking. */
    boolean opens(int version) {
        return em.createQuery("SELECT i FROM BankItem i WHERE i.keyVersion = :version", BankItem.class).setParameter("version", version)
                .setMaxResults(1).getResultStream().allMatch(i -> sealing.open(SEALED_BY, version, i.content(), context(i)).isPresent());
    }

    private static String context(BankItem item) {
        return "item " + item.id();
    }

    /** @throws Refused if there is none */
    public BankItem get(UUID id) {
        return Optional.ofNullable(em.find(BankItem.class, id)).orElseThrow(() -> new Refused("exam.bank.gone"));
    }

    /** As {@link #get}, locked until the transaction ends. */
    public BankItem locked(UUID id) {
        return Optional.ofNullable(em.find(BankItem.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(() -> new Refused("exam.bank.gone"));
    }

    /** Which of these are struck, as it is now; none of the others is before the transaction ends. */
    public Set<UUID> struck(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        // An ordinary read would show the database as it was when the transaction began.
        Query query = em.createNativeQuery("SELECT id, retired_reason FROM bank_item WHERE id IN ("
                + String.join(", ", Collections.nCopies(ids.size(), "?")) + ") LOCK IN SHARE MODE");
        int n = 1;
        for (UUID id : ids) {
            query.setParameter(n++, id.toString());
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).filter(row -> BankItem.Retired.FAULTY.name().equals(row[1]))
                .map(row -> UUID.fromString(row[0].toString())).collect(Collectors.toSet());
    }

    /** By their ids. */
    public List<BankItem> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("SELECT i FROM BankItem i WHERE i.id IN :ids", BankItem.class)
                .setParameter("ids", ids).getResultList();
    }

    /** All of a course, by topic and id in the file; retired ones last. */
    public List<BankItem> of(UUID courseId) {
        return em.createQuery("""
                SELECT i FROM BankItem i WHERE i.courseId = :course ORDER BY i.topic, i.key, i.uploadedAt
                """, BankItem.class).setParameter("course", courseId).getResultList();
    }

    /** Those with this id in the file that are not retired. */
    public List<BankItem> current(UUID courseId, String key) {
        return em.createQuery("""
                SELECT i FROM BankItem i WHERE i.courseId = :course AND i.key = :key AND i.retiredAt IS NULL ORDER BY i.uploadedAt
                """, BankItem.class).setParameter("course", courseId).setParameter("key", key).getResultList();
    }

    /** An approved item as it is listed: what can be drawn of it, in which languages, from when until when. */
    private record Listed(PoolItem item, List<String> languages, Instant approvedAt, Instant retiredAt) {

        private boolean isIn(String language, Instant at) {
            return !approvedAt.isAfter(at) && (retiredAt == null || retiredAt.isAfter(at)) && languages.contains(language);
        }
    }

    /** A list and how the bank stood when it was read: an item is approved once and retired once, so the counts tell. */
    private record Listing(List<Long> counts, List<Listed> items) { }

    /** What could be drawn in a language at a moment: approved by then, not retired before it. */
    public List<PoolItem> pool(Collection<UUID> courses, String language, Instant at) {
        return pools(courses, List.of(language), at).get(language);
    }

    /** As {@link #pool}, in each of these languages. Five hundred begin at once: the bank is read again only after it has changed. */
    public Map<String, List<PoolItem>> pools(Collection<UUID> courses, Collection<String> languages, Instant at) {
        List<UUID> key = courses.stream().sorted().toList();
        List<Long> counts = counts(key);
        Listing listing = listings.get(key);
        if (listing == null || !listing.counts().equals(counts)) {
            listing = new Listing(counts, listed(key));
            listings.put(key, listing);
        }
        Map<String, List<PoolItem>> pools = new HashMap<>();
        for (String language : languages) {
            pools.put(language, listing.items().stream().filter(i -> i.isIn(language, at)).map(Listed::item).toList());
        }
        return pools;
    }

    private List<Long> counts(List<UUID> courses) {
        if (courses.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery("SELECT COUNT(approved_at), COUNT(retired_at) FROM bank_item WHERE course_id IN ("
                + String.join(", ", Collections.nCopies(courses.size(), "?")) + ")");
        for (int i = 0; i < courses.size(); i++) {
            query.setParameter(i + 1, courses.get(i).toString());
        }
        Object[] row = (Object[]) query.getSingleResult();
        return List.of(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    private List<Listed> listed(List<UUID> courses) {
        if (courses.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = em.createQuery("""
                SELECT i.id, i.languages, i.approvedAt, i.retiredAt FROM BankItem i
                 WHERE i.courseId IN :courses AND i.approvedAt IS NOT NULL
                """, Object[].class).setParameter("courses", courses).getResultList();
        return rows.stream().map(row -> new Listed(drawable((UUID) row[0]), List.of(row[1].toString().split(",")), (Instant) row[2],
                (Instant) row[3])).toList();
    }

    /** An item never changes, and what a draw has to know of it holds neither words nor key. */
    private PoolItem drawable(UUID id) {
        PoolItem known = drawables.get(id);
        if (known == null) {
            known = drawable(get(id));
            drawables.put(id, known);
        }
        return known;
    }

    private PoolItem drawable(BankItem item) {
        ItemContent content = content(item);
        return new PoolItem(item.id(), item.courseId(), item.topic(), item.difficulty(), content.item().kind(), content.item().choices(),
                content.item().right());
    }
}
