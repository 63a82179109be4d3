package org.dalil.platform;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.platform.control.SubmissionStore;
import org.dalil.platform.entity.Door;

/** What forms of staff did is kept for as long as one of them could be sent again, and not longer. */
@Door
public class SentForms {

    /** Much longer than anybody stays signed in: a form that old is refused before it is looked for here. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final int AT_ONCE = 500;

    @Inject SubmissionStore store;
    @Inject Clock clock;

    /** Forgets some of those that were sent longer ago. @return whether there may be more */
    @RequiresPermissions("form:forget")
    @Transactional
    public boolean forget() {
        return store.forget(clock.instant().minus(KEPT), AT_ONCE) == AT_ONCE;
    }
}
