package org.dalil.platform.entity;

/** The last line of the audit trail. @param id 0 if there is none yet */
public record AuditEnd(long id, String hash) {

    /** As the command takes it: {@code NUMBER:HASH}. */
    public String noted() {
        return id + ":" + hash;
    }
}
