package org.dalil.account.entity;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What staff do, and what that lets them do: the one table of permissions. Doors ask for permissions, never for roles.
 *
 * <p>A permission is {@code thing:act}; {@code thing:*} is every act on it.
 */
public enum Role {

    /** Runs workshops and sees how their groups did. */
    TRAINER("course:read", "report:read", "workshop:*"),
    /** Writes courses and publishes them. */
    AUTHOR("course:read", "course:preview", "course:publish"),
    /** Owns the exams and what they certify. */
    CERTIFIER("course:read", "exam:*", "certificate:*", "audit:read"),
    /** Looks at the figures of all workshops. */
    MANAGER("course:read", "report:read", "report:across", "report:export", "workshop:read"),
    /** Runs the site: its people, its settings, its help directory. Courses too, for there may be nobody else yet. */
    ADMINISTRATOR("course:read", "course:preview", "course:publish", "report:read", "help:check", "staff:manage",
            "setting:change", "audit:read");

    private final Set<String> permissions;

    Role(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<String> permissions() {
        return permissions;
    }

    /** Everything that someone with these roles may do. */
    public static Set<String> permissionsOf(Collection<Role> roles) {
        Set<String> all = new TreeSet<>();
        roles.forEach(role -> all.addAll(role.permissions));
        return all;
    }
}
