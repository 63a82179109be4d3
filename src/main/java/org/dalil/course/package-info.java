/**
 * Published, immutable course versions, the catalogue, the glossary and the sheets to print.
 *
 * <p>For learners it answers which courses there are and what a page of one says; for authors it takes a checked draft and
 * makes a version of it. It refuses nothing that was checked and knows nothing that wasn't: reading files is authoring's.
 * The same draft twice changes nothing. A responders' course may say what an exam on it is made of
 * ({@link org.dalil.course.entity.Blueprint}) and hold items that show what it is like; real ones are no part of a course.
 * Event: {@link org.dalil.course.entity.CoursePublished}. Out of scope: who reads what, scores,
 * and anything that is written on a printed sheet.
 */
package org.dalil.course;
