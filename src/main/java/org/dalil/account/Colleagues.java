package org.dalil.account;

import jakarta.inject.Inject;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.control.StaffQuery;
import org.dalil.account.entity.Colleague;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.StaffId;
import org.dalil.platform.entity.Door;

/** Who else can be asked where two people are needed. */
@Door
public class Colleagues {

    @Inject StaffQuery query;
    @Inject Acting acting;

    /** The other certifiers who are let in, by name. */
    @RequiresPermissions("exam:review")
    public List<Colleague> certifiers() {
        StaffId self = acting.staff();
        return query.all().stream().filter(m -> !m.disabled() && m.roles().contains(Role.CERTIFIER) && !m.id().equals(self))
                .map(m -> new Colleague(m.id(), m.name())).toList();
    }
}
