package org.dalil.account.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dalil.account.StaffMembers;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.StaffRow;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;

/** {@code staff/account/staff.xhtml}: who works here. One person at a time can be opened and changed. */
@Named
@ViewScoped
public class AccountStaffPage implements Serializable {

    @Inject StaffMembers members;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject PageTexts texts;

    /** As they were shown: a click must mean the line that was on the screen. */
    private List<StaffRow> rows = List.of();
    private StaffRow chosen;
    private boolean adding;
    private String newName;
    private List<Role> newRoles = new ArrayList<>();
    private List<Role> roles = new ArrayList<>();
    private String startPassword;
    private String startPasswordOf;
    private boolean justMade;
    private String done;

    /** Before the page is made. */
    public void open() {
        rows = members.all();
        if (startPassword != null && !justMade) {
            hideIfEnded();
        }
        justMade = false;
    }

    /** The form sent again shows what it made, unless somebody else made another meanwhile. */
    private void hideIfEnded() {
        try {
            members.refuseEnded(startPasswordOf, startPassword);
        } catch (Refused e) {
            // Too busy to look is no reason to throw away a password that may still be good.
            if (e.key().equals("account.staff.startPasswordEnded")) {
                forget();
            }
            problems.add("", e);
        }
    }

    /** Opens the form for somebody new. */
    public void beginAdding() {
        forget();
        adding = true;
    }

    /** Opens one person. */
    public void choose(StaffRow row) {
        forget();
        chosen = row;
        roles = new ArrayList<>(row.roles());
    }

    /** Closes whatever is open. */
    public void close() {
        forget();
    }

    /** A start password is on the page once: the next click on anything takes it away. */
    private void forget() {
        adding = false;
        chosen = null;
        startPassword = null;
        startPasswordOf = null;
        done = null;
        newName = null;
        newRoles = new ArrayList<>();
    }

    public void add() {
        String name = newName;
        try {
            String password = members.add(form.get(), name, newRoles.isEmpty() ? Set.of() : EnumSet.copyOf(newRoles));
            forget();
            show(password, name);
            done = texts.of("account.staff.added", name);
        } catch (Refused e) {
            problems.add(switch (e.key()) {
                case "account.staff.noRole" -> "newRoles";
                case "account.staff.badName", "account.staff.nameTaken" -> "newName";
                default -> "";
            }, e);
        }
    }

    public void saveRoles() {
        change(chosen, "roles", "account.staff.rolesSaved", who ->
                members.changeRoles(who.id(), roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles)));
    }

    public void disable() {
        change(chosen, "", "account.staff.isDisabled", who -> members.disable(who.id()));
    }

    public void enable() {
        change(chosen, "", "account.staff.isEnabled", who -> members.enable(who.id()));
    }

    public void reEnrol() {
        change(chosen, "", "account.staff.isReEnrolled", who -> members.reEnrol(who.id()));
    }

    public void newStartPassword() {
        String[] password = new String[1];
        StaffRow asked = chosen;
        change(asked, "", "account.staff.hasStartPassword", who -> password[0] = members.newStartPassword(form.get(), who.id()));
        if (password[0] != null) {
            show(password[0], asked.name());
        }
    }

    private void show(String password, String name) {
        startPasswordOf = name;
        startPassword = password;
        justMade = true;
    }

    /** @param who as the field was read, once: another post of the same page may close it meanwhile; null if it did, and its answer stands */
    private void change(StaffRow who, String field, String sentence, Consumer<StaffRow> change) {
        if (who == null) {
            return;
        }
        try {
            change.accept(who);
            forget();
            done = texts.of(sentence, who.name());
        } catch (Refused e) {
            problems.add(field, e);
        }
    }

    /** The roles of a line, in words. */
    public String roleNames(StaffRow row) {
        return String.join(texts.get("account.staff.comma"), row.roles().stream().map(this::roleName).toList());
    }

    public String roleName(Role role) {
        return texts.get("account.role." + role.name().toLowerCase(java.util.Locale.ROOT));
    }

    public List<Role> getAllRoles() {
        return List.of(Role.values());
    }

    public List<StaffRow> getRows() {
        return rows;
    }

    public StaffRow getChosen() {
        return chosen;
    }

    public boolean isAdding() {
        return adding;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }

    public List<Role> getNewRoles() {
        return newRoles;
    }

    public void setNewRoles(List<Role> newRoles) {
        this.newRoles = newRoles == null ? new ArrayList<>() : newRoles;
    }

    public List<Role> getRoles() {
        return roles;
    }

    public void setRoles(List<Role> roles) {
        this.roles = roles == null ? new ArrayList<>() : roles;
    }

    public String getStartPassword() {
        return startPassword;
    }

    public String getStartPasswordOf() {
        return startPasswordOf;
    }

    public String getDone() {
        return done;
    }
}
