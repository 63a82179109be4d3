/**
 * What those who look after the site as a whole do: the audit trail as a file.
 *
 * <p>For administrators and certifiers. Whoever may read the trail takes all of it along, checks it with the command on any machine
 * and notes its end somewhere else; that it was taken stands in it. It refuses to show the trail to anybody else, and to change it.
 * Out of scope: what is recorded (each feature's own) and the chain itself (platform).
 */
package org.dalil.admin;
