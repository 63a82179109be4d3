package org.dalil.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.dalil.platform.entity.AuditEnd;

/** The audit trail as a file out of the running server, the same as the command writes. */
@ApplicationScoped
public class AuditFile {

    /** Outside any transaction: a long trail is read without holding anybody up. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    /** Writes the trail as it stands; lines that are added meanwhile are left out. @param from the first line that is written */
    public void write(long from, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (Connection connection = statements.getConnection()) {
            AuditExport.write(connection, from, writer);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Where it ends now. */
    public AuditEnd end() {
        try (Connection connection = statements.getConnection()) {
            return AuditExport.end(connection);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The first line at or after a moment; nothing if there is none. */
    public Optional<Long> since(Instant moment) {
        try (Connection connection = statements.getConnection()) {
            return AuditExport.since(connection, moment);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
