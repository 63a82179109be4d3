package org.dalil.account.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.dalil.platform.entity.Refused;

/** Someone who works with the platform. Whatever takes power from them ends the sessions they have. */
@Entity
@Table(name = "staff_member")
public class StaffMember {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "name")
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "start_password")
    private boolean startPassword;

    @Column(name = "session_epoch")
    private int epoch;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    @Version
    @Column(name = "version")
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected StaffMember() { }

    /**
     * @param startPassword whether somebody else knows the password, so that it must be changed first of all
     * @throws Refused if there is no role
     */
    public StaffMember(StaffName name, String passwordHash, boolean startPassword, Collection<Role> roles, Instant now) {
        this.id = StaffId.make().value();
        this.name = name.value();
        this.passwordHash = passwordHash;
        this.startPassword = startPassword;
        this.createdAt = now;
        this.roles.addAll(someOf(roles));
    }

    private static Set<Role> someOf(Collection<Role> roles) {
        if (roles.isEmpty()) {
            throw new Refused("account.staff.noRole");
        }
        return EnumSet.copyOf(roles);
    }

    public StaffId id() {
        return new StaffId(id);
    }

    public StaffName name() {
        return new StaffName(name);
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean hasStartPassword() {
        return startPassword;
    }

    /** Grows with everything that ends the sessions so far; a session with an older number is dead. */
    public int epoch() {
        return epoch;
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : Set.copyOf(roles);
    }

    /** Whether they can sign in and run the site. */
    public boolean runsTheSite() {
        return !isDisabled() && roles.contains(Role.ADMINISTRATOR);
    }

    /** Their own new password. */
    public void changePassword(String hash) {
        passwordHash = hash;
        startPassword = false;
        epoch++;
    }

    /** A password that an administrator hands over. */
    public void startAgainWith(String hash) {
        passwordHash = hash;
        startPassword = true;
        epoch++;
    }

    /** The authenticator app was taken away. */
    public void loseFactor() {
        epoch++;
    }

    public void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
            epoch++;
        }
    }

    public void enable() {
        disabledAt = null;
    }

    /** @throws Refused if there is no role */
    public void changeRoles(Collection<Role> wanted) {
        Set<Role> some = someOf(wanted);
        if (!some.equals(roles)) {
            roles.retainAll(some);
            roles.addAll(some);
            epoch++;
        }
    }
}
