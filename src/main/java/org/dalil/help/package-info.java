/**
 * The help directory: where a learner, a parent or a responder can turn, by region, with what to expect there.
 *
 * <p>For everyone, without signing in. It refuses to show a phone or chat channel before an administrator has marked it as
 * checked; web tools and guidance always show. It stands left of courses, so it knows audiences by their slugs only. Out
 * of scope: advice that depends on a person's story, and anything that records who looked.
 */
package org.dalil.help;
