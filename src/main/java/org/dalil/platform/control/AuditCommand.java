package org.dalil.platform.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.dalil.platform.control.AuditExport.Noted;
import org.dalil.platform.entity.AuditChain;
import org.dalil.platform.entity.CannotStart;
import org.mariadb.jdbc.Driver;

/**
 * The audit trail on the command line: {@code export FILE}, {@code check FILE} for an exported one, {@code check} for the live
 * one, each found through the same environment as the server's. {@code NUMBER:HASH} at the end is what was noted of an earlier
 * check: the trail must still hold it.
 */
public final class AuditCommand {

    private static final String USAGE = "Write export FILE, or check FILE, or check; after a check, NUMBER:HASH of an earlier one "
            + "if you noted it.";

    private final PrintStream out;
    private final Installation installation;

    AuditCommand(PrintStream out, Installation installation) {
        this.out = out;
        this.installation = installation;
    }

    /** Ends with 1 if something is wrong with the trail or it can't be read, otherwise with 0. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Installation installation = new Installation();
        installation.find();
        int result = new AuditCommand(out, installation).run(List.of(arguments));
        if (result != 0) {
            System.exit(result);
        }
    }

    int run(List<String> arguments) {
        String last = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
        boolean noted = last.matches("\\d{1,18}:[0-9a-f]{64}");
        List<String> words = noted ? arguments.subList(0, arguments.size() - 1) : arguments;
        Noted note = noted ? new Noted(Long.parseLong(last.substring(0, last.indexOf(':'))), last.substring(last.indexOf(':') + 1))
                : Noted.NOTHING;
        try {
            if (words.size() == 2 && words.get(0).equals("export")) {
                return export(Path.of(words.get(1)));
            }
            if (words.size() == 2 && words.get(0).equals("check")) {
                try (BufferedReader file = Files.newBufferedReader(Path.of(words.get(1)))) {
                    return tell(AuditExport.check(file, note, keys()));
                }
            }
            if (words.equals(List.of("check"))) {
                try (Connection database = connect()) {
                    return tell(AuditExport.check(database, note, keys()));
                }
            }
            out.println(USAGE);
        } catch (IOException | SQLException | CannotStart e) {
            out.println("The trail can't be read: " + e.getMessage());
        }
        return 1;
    }

    private int export(Path file) throws IOException, SQLException {
        try (Connection database = connect(); Writer writer = Files.newBufferedWriter(file)) {
            AuditExport.write(database, writer);
        }
        out.println("Written to " + file + ".");
        return 0;
    }

    private int tell(AuditChain chain) {
        chain.faults().forEach(fault -> out.println("broken  " + fault));
        if (keys() == null) {
            out.println("The seal at the end was not checked: set DALIL_DATA, and DALIL_KEYS if the keys are elsewhere.");
        }
        out.println(chain.lines() + " lines" + (chain.isWhole() ? ", whole." : "."));
        if (chain.isWhole()) {
            out.println("Note this somewhere else; the next check can start from it: " + chain.last() + ":" + chain.hash());
        }
        return chain.isWhole() ? 0 : 1;
    }

    /** The keys, if they are here: a check makes none. */
    private Keys keys() {
        Keys keys = new Keys();
        keys.installation = installation;
        try {
            return keys.versions(AuditExport.SEALED_BY).isEmpty() ? null : keys;
        } catch (CannotStart notNamed) {
            return null;
        }
    }

    private Connection connect() throws SQLException, IOException {
        String url = installation.setting("DB_URL")
                .orElseGet(() -> "jdbc:mariadb://127.0.0.1:" + installation.databasePort() + "/dalil");
        Properties who = new Properties();
        who.setProperty("user", installation.setting("DB_USER").orElse("dalil"));
        who.setProperty("password", installation.embedded()
                ? Files.readString(installation.data().resolve("database.password")).strip()
                : installation.setting("DB_PASSWORD").orElse(""));
        Connection connection = new Driver().connect(url, who);
        if (connection == null) {
            throw new SQLException("DB_URL is no address of a MariaDB: " + url);
        }
        return connection;
    }
}
