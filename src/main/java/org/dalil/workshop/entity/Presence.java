package org.dalil.workshop.entity;

/** How it is known that somebody was there. */
public enum Presence {
    /** The card was entered on a phone while the room was open. */ PHONE,
    /** A trainer ticked the number. */ TRAINER,
    /** A filled sheet was taken in. */ SHEET
}
