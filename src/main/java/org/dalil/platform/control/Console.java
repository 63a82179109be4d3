package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The administrator's terminal, past every log: what is said here is written to no file. The server redirects
 * {@code System.out} into its log, so this goes to the process's own output.
 */
@ApplicationScoped
public class Console {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    public void say(String line) {
        out.println(line);
    }
}
