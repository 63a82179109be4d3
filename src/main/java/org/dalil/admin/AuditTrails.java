package org.dalil.admin;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.platform.control.AuditFile;
import org.dalil.platform.control.AuditKey;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.AuditEnd;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;

/** The audit trail, for those who may read it. Nobody can write it here; only that it was taken, or sealed anew, is added to it. */
@Door
public class AuditTrails {

    @Inject AuditFile file;
    @Inject AuditTrail trail;
    @Inject AuditKey key;
    @Inject Installation installation;

    /** At the start, after the key of the seal was lost: a line says so, and with it the end is sealed by the key that is there. */
    @RequiresPermissions("audit:seal")
    @Transactional
    public void sealAnew() {
        if (!key.isSealed()) {
            trail.record("audit.seal", "trail");
        }
    }

    /** Where it ends now: to be noted somewhere else. */
    @RequiresPermissions("audit:read")
    @Transactional(Transactional.TxType.SUPPORTS)
    public AuditEnd end() {
        return file.end();
    }

    /**
     * Somebody is about to take the trail along: that stands in it from now on, and so in what they take.
     *
     * @param from the first line they want; 1 for all
     * @return the first line they get
     * @throws Refused if the trail does not go that far
     */
    @RequiresPermissions("audit:read")
    @Transactional
    public long take(long from) {
        return taken(from);
    }

    private long taken(long from) {
        if (from < 1 || from > file.end().id()) {
            throw new Refused("admin.audit.line");
        }
        trail.record(AuditTrail.actor(), "audit.export", "trail", String.valueOf(from));
        return from;
    }

    /** As above, from the first line of a day in the site's zone. @throws Refused if there was none on it or after it */
    @RequiresPermissions("audit:read")
    @Transactional
    public long take(LocalDate from) {
        return taken(file.since(from.atStartOfDay(installation.zone()).toInstant()).orElseThrow(() -> new Refused("admin.audit.day")));
    }

    /**
     * Writes it to its end, line by line. In no transaction: a slow line takes long, and one that broke off would take back with it
     * that the trail was taken.
     */
    @RequiresPermissions("audit:read")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void write(long from, OutputStream out) throws IOException {
        file.write(from, out);
    }
}
