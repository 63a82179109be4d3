package org.dalil.account.entity;

import java.util.List;

/**
 * An authenticator app was set up.
 *
 * @param session       now complete
 * @param recoveryCodes shown once; only their HMACs are kept
 */
public record Enrolled(SignedIn session, List<String> recoveryCodes) {

    @Override
    public String toString() {
        return "Enrolled";
    }
}
