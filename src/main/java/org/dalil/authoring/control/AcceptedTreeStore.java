package org.dalil.authoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tree of files was accepted last: one that has not changed since need not be checked again at the next start. */
@ApplicationScoped
public class AcceptedTreeStore {

    private static final String NAME = "courses.accepted";

    @PersistenceContext
    EntityManager em;

    /**
     * What was accepted.
     *
     * @param tree      the hash of its files
     * @param languages those in which it published courses
     */
    public record Accepted(String tree, Set<String> languages) { }

    /** @return nothing before the first tree was accepted */
    public Optional<Accepted> last() {
        List<?> rows = em.createNativeQuery("SELECT value FROM setting WHERE name = ?").setParameter(1, NAME).getResultList();
        return rows.stream().findFirst().map(row -> row.toString().split(" ")).filter(parts -> parts.length == 2)
                .map(parts -> new Accepted(parts[0], Set.of(parts[1].split(","))));
    }

    /** This tree was. */
    public void accept(Accepted accepted) {
        em.createNativeQuery("INSERT INTO setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)")
                .setParameter(1, NAME).setParameter(2, accepted.tree() + " " + String.join(",", accepted.languages())).executeUpdate();
    }
}
