/**
 * Published, immutable course versions, the catalogue and the glossary.
 *
 * <p>For learners it answers which courses there are and what a page of one says; for authors it takes a checked draft and
 * makes a version of it. It refuses nothing that was checked and knows nothing that wasn't: reading files is authoring's.
 * The same draft twice changes nothing. Event: {@link org.dalil.course.entity.CoursePublished}. Out of scope: who reads
 * what, and scores.
 */
package org.dalil.course;
