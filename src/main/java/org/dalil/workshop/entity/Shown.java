package org.dalil.workshop.entity;

/** What a page of a room shows, in two marks: as long as both are the same, the page shows how the room is. */
public interface Shown {

    /** Of what has to be drawn: what a trainer opened, shut, ticked or ended, the code, and the first of a kind. */
    String frame();

    /** Of what can be told to a page that is open: who is there and where. The minute belongs to it where the page says when it was read. */
    String people();
}
