/**
 * Certificates: issued when an exam is passed, checked by anybody years later, with or without a network.
 *
 * <p>For holders, for certifiers, and for the stranger who is handed one. Each is a PDF, a square code and an Open Badge with the
 * same content under an Ed25519 signature; names are in them only as salted digests, except on the paper, which is stored sealed.
 * Renewed in time, a new one ends three years after the old one's end. It refuses to issue one twice for one exam or one renewal, to
 * say more about a certificate than whether it holds and was renewed, to let codes be guessed, and to change a certificate: a wrong
 * one is revoked, with a reason, and another is issued. Observes {@link
 * org.dalil.exam.entity.ExamPassed}. Out of scope: whether somebody passed (exam).
 */
package org.dalil.certificate;
