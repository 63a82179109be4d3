package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffMemberTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private static StaffMember hana() {
        return new StaffMember(new StaffName("hana"), "hash", true, List.of(Role.TRAINER), NOW);
    }

    @Test
    void everything_that_takes_power_away_ends_the_sessions() {
        StaffMember hana = hana();
        int epoch = hana.epoch();
        hana.changeRoles(List.of(Role.AUTHOR));
        assertEquals(epoch + 1, hana.epoch());
        hana.changePassword("other");
        assertEquals(epoch + 2, hana.epoch());
        hana.startAgainWith("third");
        assertEquals(epoch + 3, hana.epoch());
        hana.loseFactor();
        assertEquals(epoch + 4, hana.epoch());
        hana.disable(NOW);
        assertEquals(epoch + 5, hana.epoch());
        hana.disable(NOW);
        hana.enable();
        assertEquals(epoch + 5, hana.epoch());
    }

    @Test
    void the_same_roles_again_end_nothing() {
        StaffMember hana = hana();
        hana.changeRoles(Set.of(Role.TRAINER));
        assertEquals(0, hana.epoch());
    }

    @Test
    void somebody_without_a_role_is_refused() {
        assertThrows(Refused.class, () -> hana().changeRoles(List.of()));
        assertThrows(Refused.class, () -> new StaffMember(new StaffName("x1"), "hash", true, List.of(), NOW));
    }

    @Test
    void own_password_ends_the_duty_to_change_it_and_a_new_start_password_brings_it_back() {
        StaffMember hana = hana();
        hana.changePassword("mine");
        assertFalse(hana.hasStartPassword());
        hana.startAgainWith("given");
        assertTrue(hana.hasStartPassword());
    }

    @Test
    void only_an_active_administrator_runs_the_site() {
        StaffMember admin = new StaffMember(new StaffName("admin"), "hash", false, List.of(Role.ADMINISTRATOR), NOW);
        assertTrue(admin.runsTheSite());
        admin.disable(NOW);
        assertFalse(admin.runsTheSite());
        assertFalse(hana().runsTheSite());
    }

    @Test
    void roles_give_what_they_say_and_only_administrators_manage_staff() {
        assertTrue(Role.permissionsOf(List.of(Role.TRAINER)).contains("workshop:*"));
        assertEquals(Set.of(), Role.permissionsOf(List.of()));
        for (Role role : Role.values()) {
            assertEquals(role == Role.ADMINISTRATOR, role.permissions().contains("staff:manage"), role.name());
            assertTrue(role.permissions().contains("course:read"), role.name());
            role.permissions().forEach(p -> assertTrue(p.matches("[a-z]+:([a-z]+|\\*)"), p));
        }
    }

    @Test
    void a_half_made_session_lasts_ten_minutes_and_a_complete_one_twelve_hours() {
        SignedIn half = new SignedIn(StaffId.make(), 0, false, NOW);
        assertFalse(half.isOver(NOW.plus(Duration.ofMinutes(10))));
        assertTrue(half.isOver(NOW.plus(Duration.ofMinutes(11))));
        SignedIn whole = half.completed(NOW.plus(Duration.ofMinutes(5)));
        assertFalse(whole.isOver(NOW.plus(Duration.ofHours(12))));
        assertTrue(whole.isOver(NOW.plus(Duration.ofHours(13))));
    }

    @Test
    void names_are_folded_and_known_by_any_keyboard() {
        assertEquals("hana", StaffName.of("  Hana ").orElseThrow().value());
        assertEquals(StaffName.of("كردي"), StaffName.of("کردی"));
        assertEquals("هانا.كريم".replace('ك', 'ک').replace('ي', 'ی'), StaffName.of("هانا.كريم").orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b", "-ab", "<svg onload>", "#{7*7}", "a\r\nb", "x@y", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"})
    void what_is_no_name_is_refused(String typed) {
        assertTrue(StaffName.of(typed).isEmpty());
    }

    @Test
    void ten_recovery_codes_read_aloud_well_and_are_known_however_typed() {
        List<String> codes = RecoveryCode.make();
        assertEquals(10, Set.copyOf(codes).size());
        codes.forEach(c -> assertTrue(c.matches("[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}"), c));
        String one = StaffId.make().toString();
        assertEquals(RecoveryCode.text(one, "ab2cd-efg34"), RecoveryCode.text(one, " AB٢CD EFG۳4"));
        assertFalse(RecoveryCode.text(one, "ab2cd-efg34").equals(RecoveryCode.text(StaffId.make().toString(), "ab2cd-efg34")));
    }
}
