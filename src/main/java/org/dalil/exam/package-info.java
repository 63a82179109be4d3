/**
 * Exams for people whose profession answers for others: who is invited, what is asked, how it is watched, who has passed.
 *
 * <p>For candidates, for certifiers and for invigilators. A certifier invites candidates on paper and lets a second certifier
 * review every item; what candidates learn before is confirmed with the code of their card, which is forgotten at once; a session
 * has its own code for the invigilator, who opens it, watches it and closes it, and can do nothing anywhere else; each sitting is
 * drawn from the course's blueprint by a stored seed and runs on the server's clock. A session is for the whole way, or for renewing
 * a certificate by a short course; of certificates it knows the view {@code exam_certificate}. Whoever did not pass can ask for a
 * review, and a certifier decides or grants another attempt. It refuses to seat whoever has not learnt what is asked, or has nothing
 * to renew now, to keep a name in clear text or to show one to whoever does not need it, to send anything of a key to a browser, to
 * draw from a demonstration bank or from items that only their author has read, to let anybody judge a question of their own alone,
 * to take an answer after time or from a second browser, and to show anybody which items a candidate got wrong, but for a certifier
 * in a review that this candidate asked for.
 * Event: {@link org.dalil.exam.entity.ExamPassed}. Out of scope: the certificate itself (certificate) and how learning went (learning).
 */
package org.dalil.exam;
