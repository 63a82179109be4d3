/**
 * Reading, checking and previewing the curriculum's files, and publishing what was checked.
 *
 * <p>For authors and translators, who are told in one sentence per finding what is wrong, where, and what to do; on the
 * command line, in the tests and in the product by the same rules. It refuses to hand on anything a finding refuses, and
 * treats a package from outside as hostile until checked. Out of scope: serving courses, and deciding who reads them.
 */
package org.dalil.authoring;
