package org.dalil.report.entity;

/**
 * Answers to an item in one language by people who did equally well at the rest of the form. Not for anybody's eyes.
 *
 * @param language its tag
 * @param stratum  names the group of equal rest scores on one occasion
 * @param right    with the whole score
 * @param wrong    with less
 */
public record LanguageCount(String language, String stratum, int right, int wrong) { }
