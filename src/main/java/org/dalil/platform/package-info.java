/**
 * What every feature stands on, and nothing that knows a feature: languages and texts, the clock, keys, the database's
 * start and history, the filters that every answer passes, the way out, the audit trail, type and pages for print.
 *
 * <p>For whom: all features; this is the one package that is open to all of them. It refuses to serve a page before the
 * database is up, migrated and safe, and it refuses an unsafe database altogether. Event: {@link
 * org.dalil.platform.entity.DatabaseReady}, fired once, after migration and before the first page. Out of scope:
 * anything with a learner, a course or a staff member in it.
 */
package org.dalil.platform;
