package org.dalil.account.control;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;

/** The account feature's control parts, put together by hand for tests of its doors. */
public final class AccountParts {

    private AccountParts() { }

    public static StaffStore staff(EntityManager entities) {
        StaffStore store = new StaffStore();
        store.database = entities;
        return store;
    }

    public static FactorStore factors(EntityManager entities) {
        FactorStore store = new FactorStore();
        store.database = entities;
        return store;
    }

    /** Without keys: for what has nothing to do with codes. */
    public static CardStore cards(EntityManager entities, Instant now) {
        CardStore store = new CardStore();
        store.em = entities;
        store.clock = Clock.fixed(now, java.time.ZoneOffset.UTC);
        return store;
    }

    public static StaffQuery query(EntityManager entities) {
        StaffQuery query = new StaffQuery();
        query.database = entities;
        return query;
    }

    public static Authenticators authenticators(Keys keys, Clock clock) {
        SecretBox box = new SecretBox();
        box.sealing = PlatformParts.sealing(keys);
        box.keys = keys;
        Authenticators authenticators = new Authenticators();
        authenticators.box = box;
        authenticators.keys = keys;
        authenticators.clock = clock;
        return authenticators;
    }

    public static SignInThrottle throttle(Clock clock) {
        SignInThrottle throttle = new SignInThrottle();
        throttle.clock = clock;
        return throttle;
    }

    public static org.apache.shiro.mgt.SecurityManager security(EntityManager entities, PasswordHashing hashing) {
        return StaffRealm.security(new StaffRealm(staff(entities), hashing));
    }
}
