package org.dalil.platform.control;

import java.sql.SQLException;

/** Two transactions wanted the same rows, and the database ended one of them. Nothing of it was done: it may be done again. */
final class Contention {

    /** SQLSTATE "serialization failure": what MariaDB says of a deadlock (its error 1213). */
    private static final String DEADLOCK = "40001";

    /** MariaDB's error for a lock that was not given in time. */
    private static final int LOCK_WAIT = 1205;

    private Contention() { }

    /** Whether this is why something failed. */
    static boolean isCauseOf(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof SQLException e && (DEADLOCK.equals(e.getSQLState()) || e.getErrorCode() == LOCK_WAIT)) {
                return true;
            }
        }
        return false;
    }
}
