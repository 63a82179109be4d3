package org.dalil.account;

import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.util.ThreadContext;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.Standing;
import org.dalil.platform.entity.Door;

/** Who acts on this thread: doors whose rule is "one's own" ask it, and put the answer into their query. */
@Door
public class Acting {

    /** The staff member who is signed in. */
    @RequiresAuthentication
    public StaffId staff() {
        return ((Standing) ThreadContext.getSubject().getPrincipal()).id();
    }
}
