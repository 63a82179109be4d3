/**
 * Pre- and post-tests: forms, attempts, answers, scores.
 *
 * <p>For learners with a card, on a phone or on paper. An answer is confirmed only after the database has committed it; the same submission twice is
 * one answer; after the attempt is submitted nothing changes it. It refuses answers to attempts of other cards, to items
 * that the form doesn't have, and after the way out was taken; and a test from paper in the place of one on a phone. Events: {@link
 * org.dalil.assessment.entity.AttemptSubmitted}, in the same transaction; none for a pre-test that was handed in by one statement.
 * Out of scope: what was read (learning), figures over several people (report).
 */
package org.dalil.assessment;
