package org.dalil.course.entity;

/** A facilitator's run sheet in one language, as HTML with tables allowed; {@code minutes} is the length of the session. */
public record RunSheet(WordsState state, String title, int minutes, String html) { }
