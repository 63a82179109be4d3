package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path machine;

    /** The number of a process that was written down may be another MariaDB's by now, the system's own for example: it isn't ours to end. */
    @Test
    void a_database_of_other_files_is_neither_adopted_nor_ended() throws Exception {
        MariadbBinaries binaries = MariadbBinaries.find(Optional.empty(), Path.of("target/server-content").toAbsolutePath());
        Path files = Files.createDirectories(machine.resolve("one/database"));
        List<String> command = binaries.command(files);
        command.addAll(List.of("--bootstrap", "--skip-networking", "--innodb-buffer-pool-size=32M", "--skip-log-bin"));
        Process running = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(machine.resolve("log").toFile()).start();
        try {
            assertTrue(EmbeddedDatabase.serves(running.toHandle(), files));
            assertFalse(EmbeddedDatabase.serves(running.toHandle(), machine.resolve("two/database")));
            assertFalse(EmbeddedDatabase.serves(running.toHandle(), machine.resolve("one/data")));
            assertFalse(EmbeddedDatabase.serves(ProcessHandle.current(), files));
        } finally {
            running.destroyForcibly().waitFor();
        }
    }
}
