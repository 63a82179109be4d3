package org.dalil.account.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.entity.CardCode;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start, with the key of cards in its place or lost. */
class CardKeyIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    private Path keys;

    private String setting;

    private Parts parts(jakarta.persistence.EntityManager em) {
        return new Parts(em, Map.of(Clock.class, Clock.systemUTC(), Installation.class, new Installation() {
            @Override
            public Path keys() {
                return keys;
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(name.equals("DALIL_LOST_CARDS") ? setting : null);
            }
        }));
    }

    private void start() {
        DATABASE.inTransaction(em -> parts(em).get(CardKey.class).check(new DatabaseReady()));
    }

    private <R> R cards(Function<CardStore, R> work) {
        return DATABASE.resultOf(em -> work.apply(parts(em).get(CardStore.class)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(keys)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_lost_key_stops_the_start_and_once_that_is_accepted_new_cards_work_beside_the_old_ones() throws IOException {
        CardCode old = CardCode.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        CardCode late = CardCode.of(new byte[] {8, 7, 6, 5, 4, 3, 2, 1});
        assertDoesNotThrow(this::start, "without a card there is nothing to lose");
        assertEquals(Optional.empty(), cards(store -> store.find(old)));
        assertEquals(List.of(), files(), "neither starting nor looking up makes a key");
        UUID first = cards(store -> store.add(old, null));
        assertDoesNotThrow(this::start);
        Path file = keys.resolve("card-1.key");
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        CannotStart lost = assertThrows(CannotStart.class, this::start);
        assertEquals("Participant cards lie in the database, and the key that they need, card-1.key, is not in " + keys + ": put it there "
                + "from its copy and start again, or, if there is no copy, set DALIL_LOST_CARDS=accepted to go on, knowing that no card "
                + "given out so far opens anything again.", lost.getMessage());
        assertEquals(List.of(), files(), "no other key was made");
        setting = "accepted";
        start();
        start();
        assertEquals(List.of("card-2.key"), files(), "one new key beside the old one's place, however often it starts");
        UUID second = cards(store -> store.add(late, null));
        assertEquals(Optional.of(second), cards(store -> store.find(late)));
        assertEquals(Optional.empty(), cards(store -> store.find(old)));
        Files.write(file, kept);
        setting = null;
        assertDoesNotThrow(this::start, "put back from its copy");
        assertEquals(Optional.of(first), cards(store -> store.find(old)), "and both work");
        assertEquals(Optional.of(second), cards(store -> store.find(late)));
        assertTrue(this.<Boolean>cards(store -> store.erase(old)));
        assertFalse(this.<Boolean>cards(store -> store.erase(old)));
        assertTrue(this.<Boolean>cards(store -> store.erase(late)));
    }
}
