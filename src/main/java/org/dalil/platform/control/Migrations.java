package org.dalil.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.dalil.platform.entity.CannotStart;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database's history, and whether the database can be trusted with answers. */
@ApplicationScoped
public class Migrations {

    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource database;

    /**
     * Refuses a database that may lose what it has acknowledged.
     *
     * @throws CannotStart with the sentence that says how to mend it
     */
    public void refuseUnsafe() throws SQLException {
        if (variable("innodb_flush_log_at_trx_commit") != 1) {
            throw new CannotStart("The database may lose answers it has acknowledged: innodb_flush_log_at_trx_commit is not 1. "
                    + "Put innodb_flush_log_at_trx_commit=1 under [mysqld] in its configuration, restart it, and start again.");
        }
        if (variable("log_bin") == 1 && variable("sync_binlog") != 1) {
            throw new CannotStart("The database may lose answers it has acknowledged: it writes a binary log with sync_binlog "
                    + "other than 1. Put sync_binlog=1 under [mysqld] in its configuration, restart it, and start again.");
        }
    }

    private int variable(String name) throws SQLException {
        try (Connection connection = database.getConnection();
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT @@global." + name)) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * Brings the tables to this version.
     *
     * @return the newest migration's version
     * @throws CannotStart if one fails; what was applied before it stays
     */
    public String migrate() {
        try {
            Flyway flyway = Flyway.configure(getClass().getClassLoader())
                    .dataSource(Unhurried.of(database))
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    // Each feature numbers in a range of its own, so an older database may lack one below its newest.
                    .outOfOrder(true)
                    .load();
            flyway.migrate();
            return flyway.info().current().getVersion().toString();
        } catch (FlywayException e) {
            throw new CannotStart("The database could not be brought to this version: " + e.getMessage(), e);
        }
    }
}
