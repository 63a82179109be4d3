package org.dalil.account.entity;

/** Where else a card is in use, as a browser that works with it may know. */
public enum Elsewhere {
    /** Another browser has begun to work with it since this one did. */ SINCE,
    /** Another one had begun before, and has neither left it nor been idle for long. */ BEFORE
}
