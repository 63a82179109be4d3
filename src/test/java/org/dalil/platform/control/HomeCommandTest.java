package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeCommandTest {

    @TempDir
    Path home;

    /** Stays until it is told to go. */
    static final class Staying {
        public static void main(String[] arguments) throws IOException {
            System.out.write('.');
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void aDirectoryThatAServerRunsFromIsNotWrittenAnew() throws Exception {
        String[] asked = {home.toString()};
        assertDoesNotThrow(() -> HomeCommand.main(asked), "nobody runs there");
        Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djboss.home.dir=" + home, "-cp", Path.of(Staying.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(), Staying.class.getName()).start();
        try {
            server.getInputStream().read();
            String sentence = assertThrows(IllegalStateException.class, () -> HomeCommand.main(asked)).getMessage();
            assertTrue(sentence.contains(home.toString()) && sentence.contains(String.valueOf(server.pid())), sentence);
            assertDoesNotThrow(() -> HomeCommand.main(new String[] {home.resolve("other").toString()}));
        } finally {
            server.destroy();
            server.waitFor();
        }
        assertDoesNotThrow(() -> HomeCommand.main(asked), "it has gone");
    }
}
