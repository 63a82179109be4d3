package org.dalil.platform.control;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * A question that the database does not answer is asked once. The mapper by itself asks four times and sleeps for five seconds
 * in between: a learner would wait three times as long as for the sentence that it can't be done now, and a few who wait would
 * hold all the threads that could serve lessons from memory. Named in persistence.xml.
 */
public class OneTry implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
