package org.dalil.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * What is only true once the database has it. A door that keeps in memory what its tables hold changes the memory here, so that
 * a transaction that comes to nothing leaves no trace of itself.
 */
@ApplicationScoped
public class AfterCommit {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /**
     * Does the work when the caller's transaction has been committed, on the same thread, before its door is left; never if that is
     * rolled back.
     *
     * @param work changes memory only: there is no transaction any more, and nobody hears of what it throws
     * @throws IllegalStateException if there is no transaction
     */
    public void run(Runnable work) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is certain yet.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }
}
