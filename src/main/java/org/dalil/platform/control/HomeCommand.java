package org.dalil.platform.control;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Asked by the build before it writes the server's directory anew: a server that still runs from it would lose its program
 * under its feet, and whoever builds would read of it in a hundred lines.
 */
public final class HomeCommand {

    private HomeCommand() { }

    /**
     * Fails with one sentence while a server runs from the directory.
     *
     * @param arguments the server's directory
     * @throws IllegalStateException if one runs
     */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]).toAbsolutePath().normalize();
        inUse(home).ifPresent(process -> {
            IllegalStateException sentence = new IllegalStateException("A Dalil that was started from " + home + " still runs (process "
                    + process.pid() + "). Stop it first: Ctrl-C where it was started, or end that process.");
            // Maven prints where an exception came from; to whoever builds, the sentence is all there is to it.
            sentence.setStackTrace(new StackTraceElement[0]);
            throw sentence;
        });
    }

    /** A server of this user that runs from the directory, as far as the system shows how processes were started. */
    static Optional<ProcessHandle> inUse(Path home) {
        // The line as one string: of a long one the system gives no single arguments.
        String started = " -Djboss.home.dir=" + home + " ";
        return ProcessHandle.allProcesses().filter(p -> p.info().commandLine().map(l -> l + " ").orElse("").contains(started))
                .findFirst();
    }
}
