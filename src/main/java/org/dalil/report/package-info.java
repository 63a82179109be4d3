/**
 * Read-only figures about learning: who took the tests of a course, what changed between before and after, who finished.
 *
 * <p>For trainers, managers and donors' reports. Every figure follows the project's specification of figures and leaves this
 * feature only as a {@link org.dalil.report.entity.PublishedReport}, whose one way of being made hides groups below ten, keeps
 * totals from giving them back and caps extremes. The one exception is the {@link org.dalil.report.entity.RoomReport} of a workshop,
 * from five people, on its own trainer's screen only. It refuses what has no other form: figures of few people, lists of people,
 * and figures that differ from those published before by a few people (the earlier ones stand). It writes nothing but
 * the memory of what was published. Its pages also hold the list of courses, since that shows completions. No events. Out
 * of scope: the live room, figures across workshops.
 */
package org.dalil.report;
