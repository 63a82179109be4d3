package org.dalil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much memory the server takes, as its start script works it out. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is a shell's")
class StandaloneConfTest {

    private record Outcome(int exit, String said) { }

    private static Outcome options(String heap, String own) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", ". src/main/server/content/bin/standalone.conf; echo \"$JAVA_OPTS\"").redirectErrorStream(true);
        shell.environment().remove("DALIL_HEAP");
        shell.environment().put("JAVA_OPTS", own);
        if (heap != null) {
            shell.environment().put("DALIL_HEAP", heap);
        }
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Outcome(process.waitFor(), said);
    }

    @Test
    void withoutASettingTheHeapStaysSmall() throws Exception {
        assertTrue(options(null, "").said().startsWith("-Xms64m -Xmx256m "));
    }

    @Test
    void aHeapOfOnesOwnIsTakenAtOnceAQuarterOfItForWhatIsNew() throws Exception {
        String said = options("512", "").said();
        assertTrue(said.startsWith("-Xms512m -Xmx512m -Xmn128m "), said);
        assertTrue(said.endsWith("-Duser.timezone=UTC"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"512m", "255", "0", "-1", "plenty", "1 -Dx=y", "$(id)"})
    void whatIsNoNumberOfMegabytesStartsNothing(String heap) throws Exception {
        assertEquals(new Outcome(1, "DALIL_HEAP is a number of megabytes, 256 or more, without a unit."), options(heap, ""));
    }

    @Test
    void optionsOfOnesOwnReplaceAllOfIt() throws Exception {
        assertEquals("-Xmx1g -Duser.timezone=UTC", options("512", "-Xmx1g").said());
    }
}
