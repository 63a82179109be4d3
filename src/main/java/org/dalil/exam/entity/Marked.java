package org.dalil.exam.entity;

import java.time.Instant;

/** One marking of a sitting. @param why {@code FIRST}, or {@code STRUCK} after an item was struck */
public record Marked(Instant at, String why, Verdict verdict) { }
