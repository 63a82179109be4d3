package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that are made on one machine at the same time. */
class MariadbBinariesIT {

    @TempDir
    Path machine;

    @Test
    void three_databases_made_at_once_leave_each_other_alone() throws Exception {
        MariadbBinaries binaries = MariadbBinaries.find(Optional.empty(), Path.of("target/server-content").toAbsolutePath());
        ExecutorService starts = Executors.newFixedThreadPool(3);
        List<Future<?>> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path home = machine.resolve("dalil" + i);
            made.add(starts.submit(() -> {
                make(binaries, home);
                return null;
            }));
        }
        for (Future<?> one : made) {
            one.get();
        }
        starts.shutdown();
    }

    private static void make(MariadbBinaries binaries, Path home) throws IOException, InterruptedException {
        Path data = Files.createDirectories(home.resolve("database.new"));
        binaries.bootstrap(data, home.resolve("database.log"));
        String log = Files.readString(home.resolve("database.log"));
        assertTrue(Files.isDirectory(data.resolve("mysql")) && !log.contains("[ERROR]"), log);
        assertTrue(binaries.command(data).contains("--tmpdir=" + home.resolve("database.tmp")),
                "a MariaDB that starts deletes all temporary tables it finds in its directory for them");
    }
}
