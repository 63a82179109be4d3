/**
 * Who works here, and what a learner holds instead of an account.
 *
 * <p>Staff sign in with a name, a password and a code from their phone, and may do what their roles say; whoever runs the
 * site takes them on, changes their roles, disables them and helps them start again. Learners hold a participant card and
 * are asked for no name, address or birth date. For whom: everyone who comes in. It refuses to say whether a name exists, to
 * keep an address anywhere but in memory, to lock anyone out for good, to show a card's code twice, and to leave the site
 * without somebody who can run it. Events: {@link org.dalil.account.entity.CardIssued}, and what becomes of a card. Out of
 * scope: what a learner did with the card (learning, assessment) and the workshop it was handed out in.
 */
package org.dalil.account;
