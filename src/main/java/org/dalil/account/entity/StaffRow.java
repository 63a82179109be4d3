package org.dalil.account.entity;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One line of the list of staff.
 *
 * @param enrolled      whether they have an authenticator app
 * @param startPassword whether they have never signed in with a password of their own
 */
public record StaffRow(StaffId id, String name, List<Role> roles, boolean disabled, boolean enrolled, boolean startPassword,
                       Instant createdAt) implements Serializable {

    /** Whether they can sign in with a password of their own. */
    public boolean active() {
        return !disabled && !startPassword;
    }

    /** Whether they can sign in, and must first change the password they were given. */
    public boolean starting() {
        return !disabled && startPassword;
    }
}
