package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database of an earlier version is brought to this one. */
class MigrationsIT {

    private static final Path ALL = Path.of("src/main/resources/db/migration");

    @TempDir
    Path earlier;

    static Stream<TestDatabase> everyVersion() {
        return TestDatabase.emptyOnEveryVersion();
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void what_a_feature_added_below_the_newest_number_is_added_to_an_older_database(TestDatabase old) throws IOException {
        try (Stream<Path> files = Files.list(ALL)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().matches("V(094|095|10[4-7])__.*")).toList()) {
                Files.copy(file, earlier.resolve(file.getFileName()));
            }
        }
        Flyway.configure().dataSource(old.dataSource()).locations("filesystem:" + earlier).load().migrate();
        Migrations migrations = new Migrations();
        migrations.database = old.dataSource();
        migrations.migrate();
        Flyway now = Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").outOfOrder(true).load();
        List<MigrationInfo> waiting = Arrays.stream(now.info().pending()).toList();
        assertEquals(List.of(), waiting);
        now.validate();
    }
}
