package org.dalil.account.entity;

import java.util.List;

/**
 * An authenticator app that was set up by somebody who is no staff: what is to be kept of it.
 *
 * @param sealedSecret  for the database
 * @param step          of the code that confirmed it, which is used up
 * @param recoveryCodes shown once
 * @param recoveryMacs  what is kept of them
 */
public record NewFactor(byte[] sealedSecret, int keyVersion, long step, List<String> recoveryCodes, List<byte[]> recoveryMacs) {

    @Override
    public String toString() {
        return "NewFactor";
    }
}
