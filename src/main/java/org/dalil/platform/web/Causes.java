package org.dalil.platform.web;

import java.util.Optional;

/** What lies at the bottom of an exception that containers have wrapped. */
public final class Causes {

    private Causes() { }

    /** The first cause of this type, the exception itself included. */
    public static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }

    /** Where it began. */
    public static Throwable deepest(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    /** Whether the database could not be reached or did not do what it was asked. */
    public static boolean isDatabase(Throwable thrown) {
        return find(thrown, java.sql.SQLException.class).isPresent()
                || find(thrown, jakarta.resource.ResourceException.class).isPresent()
                || find(thrown, jakarta.transaction.SystemException.class).isPresent();
    }
}
