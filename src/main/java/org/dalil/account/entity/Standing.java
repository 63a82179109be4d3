package org.dalil.account.entity;

import java.util.Set;

/**
 * How a staff member stands at this moment.
 *
 * @param complete      whether both steps of signing in are done
 * @param enrolled      whether they have an authenticator app
 * @param startPassword whether they must change their password before anything else
 */
public record Standing(StaffId id, String name, Set<Role> roles, boolean complete, boolean enrolled, boolean startPassword) {

    /** Whether everything their roles permit is open to them. */
    public boolean isFree() {
        return complete && !startPassword;
    }

    /** The audit trail names staff by their id. */
    @Override
    public String toString() {
        return id.toString();
    }
}
