package org.dalil.help.entity;

import java.util.Optional;

/**
 * Somebody who works with a card opened Help: does the group that the card was handed out in have a contact of its own? Whoever
 * knows such groups answers at once.
 */
public final class ContactAsked {

    private final String cookie;
    private String contact;

    /** @param cookie of the browser's visit */
    public ContactAsked(String cookie) {
        this.cookie = cookie;
    }

    public String cookie() {
        return cookie;
    }

    /** The group has one. */
    public void answer(String contact) {
        this.contact = contact;
    }

    /** What was answered. */
    public Optional<String> contact() {
        return Optional.ofNullable(contact);
    }
}
