package org.dalil.account.entity;

/**
 * An authenticator app to be set up: nothing is stored until a code from it has come back.
 *
 * @param sealed  the secret, encrypted for this person and this hour; travels in the form
 * @param text    the secret to type
 * @param address the secret to scan
 */
public record FactorOffer(String sealed, String text, String address) {

    @Override
    public String toString() {
        return "FactorOffer";
    }
}
