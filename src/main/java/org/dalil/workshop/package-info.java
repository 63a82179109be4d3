/**
 * A meeting of people who learn together: planned, opened, run, closed, with phones, with paper or with both.
 *
 * <p>For a trainer with 23 people, four phones and bad Wi-Fi, and for those people. A workshop gives out numbers, each with a
 * participant card; it opens and closes the tests and modules of its course for its cards, sees who is there and who is
 * still busy, prints tests on paper, and takes filled sheets, keyed in twice or scanned, as it takes answers from phones. It
 * refuses whoever is not (any more) one of its trainers, joins after its code has expired, a second test for a number that has
 * one, sheets that were not printed for it, and to show anybody's scores. It shows marks on one occasion: to the trainer who
 * takes a sheet in and has the paper in hand. It keeps three things apart: the secret code (only on the card), the number (on
 * the console and on sheets) and the sheet's id (on paper).
 *
 * <p>Pictures of sheets are kept no longer than it takes to decide them: an uploaded file lies in a temporary file that only the
 * server's user may read, until it was read; the questions in doubt, cut out, are in memory and nowhere else, until the trainer
 * has finished, or for two hours in which nobody looks. They are sent within the page that shows them, so no address leads to
 * them. Names of files are not kept at all. Half-keyed sheets and undecided scans are in no table: they are still on paper.
 *
 * <p>Observes {@link org.dalil.account.entity.CardEntered}; fires {@link org.dalil.workshop.entity.WorkshopClosed} and
 * {@link org.dalil.workshop.entity.SheetTaken}. Out of scope: every figure about what was learnt (report).
 */
package org.dalil.workshop;
