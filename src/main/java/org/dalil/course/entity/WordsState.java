package org.dalil.course.entity;

import java.time.LocalDate;

/**
 * How far one words file can be trusted.
 *
 * @param reviewed   whether a named person has reviewed it; everything else is a draft and is marked so on the page
 * @param reviewedBy who reviewed it, empty for a draft
 * @param reviewedOn when, or null for a draft
 * @param of         the fingerprint of the source-language wording it was made from, empty in the source language
 * @param stale      whether the source-language wording has changed since
 */
public record WordsState(boolean reviewed, String reviewedBy, LocalDate reviewedOn, String of, boolean stale) { }
