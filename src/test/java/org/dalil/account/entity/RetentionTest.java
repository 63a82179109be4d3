package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.dalil.platform.entity.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

    @Test
    void a_site_may_ask_for_less() {
        assertEquals(LocalDate.of(2026, 7, 31), Retention.of(Optional.empty()).usedBefore(LocalDate.of(2026, 11, 28)));
        assertEquals(30, Retention.of(Optional.of("30")).days());
        assertEquals(120, Retention.of(Optional.of("120")).days());
    }

    @ParameterizedTest
    @ValueSource(strings = {"121", "999", "1000", "0", "-5", "ten", "30.5", ""})
    void and_never_for_more(String setting) {
        assertThrows(CannotStart.class, () -> Retention.of(Optional.of(setting)));
    }
}
