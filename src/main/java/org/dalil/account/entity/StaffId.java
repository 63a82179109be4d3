package org.dalil.account.entity;

import java.io.Serializable;
import java.util.UUID;
import org.dalil.platform.entity.NewId;

/** Names one staff member to other features. */
public record StaffId(UUID value) implements Serializable {

    static StaffId make() {
        return new StaffId(NewId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
