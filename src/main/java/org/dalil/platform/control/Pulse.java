package org.dalil.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whether the database answers, asked in both ways in which learners need it: by a single statement, and in a transaction.
 * Each has a pool of its own, and after the database was away each pool still holds its dead connections; the first error on
 * one of them throws all of that pool away. That error is to be ours, not a learner's.
 */
@ApplicationScoped
public class Pulse {

    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    @Resource(lookup = "java:jboss/datasources/Dalil")
    DataSource transactions;

    @Inject
    UserTransaction transaction;

    /** Whether it answers now, over both pools. */
    public boolean beats() {
        // Both are asked, whatever the first says: each question clears its own pool.
        return answers(statements) & answersInTransaction();
    }

    private static boolean answers(DataSource pool) {
        try (Connection connection = pool.getConnection();
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT 1")) {
            return row.next();
        } catch (SQLException down) {
            return false;
        }
    }

    private boolean answersInTransaction() {
        try {
            transaction.begin();
            try {
                return answers(transactions);
            } finally {
                transaction.rollback();
            }
        } catch (NotSupportedException | SystemException down) {
            return false;
        }
    }
}
