package org.dalil.journey;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.Parts;
import org.dalil.account.control.Authenticators;
import org.dalil.account.control.PasswordHashing;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.NewFactor;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.StaffName;
import org.dalil.platform.control.Installation;

/**
 * Rows of somebody of the staff as a first sign-in leaves them: their own password, an app, spare codes. How an administrator takes
 * them on and how they begin, StaffIT walks; each other journey would walk it for ten seconds more.
 */
final class TakenOn {

    private final Rows rows;
    private final Parts parts;

    /** @param server that runs: its database and its keys */
    TakenOn(DalilServer server) {
        rows = new Rows(server);
        parts = new Parts(null, Map.of(Clock.class, Clock.systemUTC(), Installation.class, new Installation() {
            @Override
            public Path keys() {
                return server.data().resolveSibling(server.data().getFileName() + ".keys");
            }
        }));
    }

    /** What a person has at home. @param secret of their app, in base 32 @param spare codes, none of them used */
    record App(String secret, List<String> spare) { }

    /** Takes somebody on. */
    App add(StaffWalk.Newcomer person) {
        StaffMember member = new StaffMember(StaffName.of(person.name()).orElseThrow(), parts.get(PasswordHashing.class).of(person.own()), false,
                List.of(Role.valueOf(person.role())), Instant.now());
        String id = member.id().toString();
        Object now = LocalDateTime.now(ZoneOffset.UTC);
        rows.change("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) VALUES (?, ?, ?, FALSE, 1, ?, 1)",
                id, member.name().value(), member.passwordHash(), now);
        rows.change("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, person.role());
        Authenticators apps = parts.get(Authenticators.class);
        FactorOffer offer = apps.offer(id, person.name());
        NewFactor app = apps.confirmed(id, offer.sealed(), 0);
        rows.change("INSERT INTO staff_factor (staff_id, sealed_secret, key_version, enrolled_at, last_step, version) VALUES (?, ?, ?, ?, ?, 1)",
                id, app.sealedSecret(), app.keyVersion(), now, app.step());
        app.recoveryMacs().forEach(mac -> rows.change("INSERT INTO staff_recovery_code (id, staff_id, mac) VALUES (?, ?, ?)",
                UUID.randomUUID().toString(), id, mac));
        return new App(offer.text(), app.recoveryCodes());
    }
}
