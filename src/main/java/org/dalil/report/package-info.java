/**
 * Read-only figures about learning: who took the tests of a course or a workshop, what changed between before and after, who
 * finished, which items work.
 *
 * <p>For trainers, managers and donors' reports. Every figure follows the project's specification of figures. What leaves this
 * feature is {@link org.dalil.report.entity.Published}: its ways of being made hide groups below ten, keep totals from giving
 * them back and cap extremes. The one exception is the {@link org.dalil.report.entity.RoomReport} of a workshop, from five people,
 * on its own trainer's screen only. It refuses what has no other form: figures of few people, lists of people, and figures that
 * differ from those published before by a few people (the earlier ones stand). Across workshops and courses it adds up whole
 * {@link org.dalil.report.entity.Batch batches}, which it makes of people when their tests are over; by the hour it does what is due,
 * and lets cards go that nobody uses any more. It observes {@link org.dalil.workshop.entity.SheetTaken}, and refuses a late sheet of
 * somebody who is in a batch. It writes nothing but batches, sums of answers and the memory of what was published. Its pages also
 * hold the list of courses, since that shows completions. Fires no events. Out of scope: the live room.
 */
package org.dalil.report;
