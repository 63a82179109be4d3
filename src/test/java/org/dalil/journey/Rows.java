package org.dalil.journey;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dalil.TestDatabase;

/** A look into a running server's database, and a hand for what came before the journey. */
final class Rows {

    private final Callable<Connection> database;

    /** The embedded database of a server. */
    Rows(DalilServer server) {
        this.database = () -> {
            String password = Files.readString(server.data().resolve("database.password")).strip();
            return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + server.databasePort() + "/dalil", "dalil", password);
        };
    }

    /** A database beside the server. */
    Rows(TestDatabase database) {
        this.database = () -> database.dataSource().getConnection();
    }

    /** A connection of the caller's own. */
    Connection open() {
        try {
            return database.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first columns of what a query finds, as text. */
    List<String> of(String sql, Object... parameters) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = open(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** Writes what a journey would take months to bring about. */
    void change(String sql, Object... parameters) {
        try (Connection connection = open(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql, Object... parameters) {
        return Long.parseLong(of(sql, parameters).get(0));
    }

    /** The card that an attempt belongs to. */
    String cardOf(String attemptId) {
        return of("SELECT card_id FROM attempt WHERE id = ?", attemptId).get(0);
    }
}
