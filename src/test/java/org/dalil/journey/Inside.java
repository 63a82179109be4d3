package org.dalil.journey;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.dalil.Parts;
import org.dalil.platform.control.Installation;
import org.mariadb.jdbc.MariaDbDataSource;

/** Real parts on a running server's database and with its keys: for what came before a journey and would take years. */
final class Inside implements AutoCloseable {

    private final DalilServer server;
    private EntityManagerFactory factory;

    Inside(DalilServer server) {
        this.server = server;
    }

    /** In a transaction of its own. */
    <T> T in(Function<Parts, T> work) {
        EntityManager entities = factory().createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(new Parts(entities, Map.of(Clock.class, Clock.systemUTC(), Installation.class, new Installation() {
                @Override
                public Path keys() {
                    return server.data().resolveSibling(server.data().getFileName() + ".keys");
                }
            })));
            entities.getTransaction().commit();
            return result;
        } finally {
            entities.close();
        }
    }

    private EntityManagerFactory factory() {
        if (factory == null) {
            try {
                MariaDbDataSource source = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + server.databasePort() + "/dalil");
                source.setUser("dalil");
                source.setPassword(Files.readString(server.data().resolve("database.password")).strip());
                factory = Persistence.createEntityManagerFactory("dalil", Map.of("jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "", "jakarta.persistence.nonJtaDataSource", source,
                        "eclipselink.target-server", "None", "eclipselink.session-name", "inside", "eclipselink.weaving", "false"));
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return factory;
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
    }
}
