package org.dalil.workshop.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;

class WorkshopTest {

    private static final Instant NINE = Instant.parse("2026-11-28T06:00:00Z");
    private static final UUID COURSE = UUID.randomUUID();
    private static final JoinCode CODE = new JoinCode("7K4M2P");

    private static WorkshopPlan plan(UUID course) {
        return new WorkshopPlan(course, List.of(2, 1, 2), List.of("ckb", "ar"), Region.ERBIL, "  ", null, LocalDate.of(2026, 11, 28), 23);
    }

    private static Workshop planned() {
        return new Workshop(plan(COURSE), NINE);
    }

    @Test
    void a_plan_comes_back_as_it_was_written_in_order_and_without_blanks() {
        WorkshopPlan plan = planned().plan();
        assertEquals(List.of(1, 2), plan.modules());
        assertEquals(List.of("ckb", "ar"), plan.languages());
        assertEquals(null, plan.partner());
    }

    @Test
    void nobody_joins_before_it_is_opened_after_its_code_expired_or_after_it_is_closed() {
        Workshop workshop = planned();
        assertFalse(workshop.takesIn(NINE));
        workshop.open(CODE, NINE);
        assertTrue(workshop.takesIn(NINE));
        assertEquals(Optional.of(CODE), workshop.joinCode(NINE));
        assertFalse(workshop.takesIn(NINE.plus(Workshop.JOINING)));
        assertEquals(Optional.empty(), workshop.joinCode(NINE.plus(Workshop.JOINING)));
        workshop.open(new JoinCode("000000"), NINE.plus(Workshop.JOINING));
        assertTrue(workshop.takesIn(NINE.plus(Workshop.JOINING).plusSeconds(1)));
        workshop.close(NINE.plus(Workshop.JOINING).plusSeconds(2));
        assertFalse(workshop.takesIn(NINE.plus(Workshop.JOINING).plusSeconds(3)));
    }

    @Test
    void a_new_code_does_not_move_when_the_room_was_opened() {
        Workshop workshop = planned();
        workshop.open(CODE, NINE);
        workshop.open(new JoinCode("000000"), NINE.plus(Duration.ofHours(1)));
        assertEquals(NINE, workshop.openedAt());
    }

    @Test
    void closing_is_once_and_final() {
        Workshop workshop = planned();
        workshop.open(CODE, NINE);
        workshop.pause(NINE);
        assertTrue(workshop.close(NINE.plusSeconds(60)));
        assertFalse(workshop.close(NINE.plusSeconds(90)));
        assertEquals(NINE.plusSeconds(60), workshop.closedAt());
        assertFalse(workshop.isPaused());
        assertEquals("workshop.closed", assertThrows(Refused.class, () -> workshop.open(CODE, NINE)).key());
        assertEquals("workshop.closed", assertThrows(Refused.class, () -> workshop.pause(NINE)).key());
        assertEquals("workshop.closed", assertThrows(Refused.class, () -> workshop.change(plan(COURSE))).key());
    }

    @Test
    void nothing_is_run_before_the_room_is_open() {
        assertEquals("workshop.notOpen", assertThrows(Refused.class, () -> planned().pause(NINE)).key());
        assertEquals("workshop.notOpen", assertThrows(Refused.class, planned()::refuseIfNotOpen).key());
    }

    @Test
    void the_course_of_a_workshop_never_changes() {
        assertEquals("workshop.plan.course", assertThrows(Refused.class, () -> planned().change(plan(UUID.randomUUID()))).key());
    }
}
