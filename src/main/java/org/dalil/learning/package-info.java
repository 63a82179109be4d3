/**
 * The learner's way: start, catalogue, course, lesson; progress and completion for those who hold a card.
 *
 * <p>Everyone may read without leaving a record. With a card, what was seen is recorded on the form that moves on, never on
 * opening a page; modules come in any order and go on where they were left. Modules that were taught in a room count for those who
 * worked on paper. It refuses nothing to readers. Observes: {@link
 * org.dalil.assessment.entity.AttemptSubmitted}, {@link org.dalil.scenario.entity.ScenarioFinished}. Event: {@link
 * org.dalil.learning.entity.CourseCompleted}. Out of scope: scores.
 */
package org.dalil.learning;
