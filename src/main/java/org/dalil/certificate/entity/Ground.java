package org.dalil.certificate.entity;

/** Why a certificate was revoked. Whoever checks it is told. */
public enum Ground {
    /** It should never have been issued. */
    MISTAKE,
    /** The exam was not one's own work. */
    DISHONEST,
    /** An appeal or a struck item changed the result. */
    RESULT,
    /** The holder asked for it. */
    ASKED,
    /** Another one was issued in its place. */
    REPLACED;

    /** Whether what renews the certificate falls with it. */
    public boolean endsRenewals() {
        return this != ASKED && this != REPLACED;
    }
}
