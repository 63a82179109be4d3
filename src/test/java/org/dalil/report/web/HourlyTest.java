package org.dalil.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dalil.Parts;
import org.dalil.account.Cards;
import org.dalil.platform.SentForms;
import org.dalil.report.Batches;
import org.junit.jupiter.api.Test;

class HourlyTest {

    private final List<String> done = new ArrayList<>();

    private void work(boolean expires) {
        Batches batches = new Batches() {
            @Override
            public List<UUID> due() {
                throw new IllegalStateException("the database is away");
            }
        };
        Cards cards = new Cards() {
            @Override
            public Optional<UUID> expire(Optional<UUID> after) {
                if (!expires) {
                    throw new IllegalStateException("a card that can't go");
                }
                done.add("cards");
                return Optional.empty();
            }
        };
        SentForms forms = new SentForms() {
            private int left = 3;

            @Override
            public boolean forget() {
                done.add("forms");
                return --left > 0;
            }
        };
        new Parts(null, Map.of(Batches.class, batches, Cards.class, cards, SentForms.class, forms)).get(Hourly.class).work();
    }

    @Test
    void what_fails_keeps_nothing_else_from_its_turn() {
        work(true);
        assertEquals(List.of("cards", "forms", "forms", "forms"), done);
        done.clear();
        work(false);
        assertEquals(List.of("forms", "forms", "forms"), done, "to the last of them");
    }
}
