package org.dalil.platform.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.dalil.platform.entity.CannotStart;

/**
 * The data directory, held by one server at a time, and small secrets in files that only its owner can read.
 */
@ApplicationScoped
public class DataDirectory {

    @Inject
    Installation installation;

    private FileChannel channel;
    private FileLock lock;

    /**
     * Creates the directory if need be and takes it for this server.
     *
     * @throws CannotStart if another server holds it or it can't be written
     */
    public void take() {
        Path data = installation.data();
        refuseBuildDirectory(data);
        try {
            createPrivate(data);
            channel = FileChannel.open(data.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException alreadyOurs) {
            lock = null;
        } catch (IOException e) {
            throw new CannotStart("The data directory " + data + " can't be written: " + e.getMessage(), e);
        }
        if (lock == null) {
            throw new CannotStart("The data directory " + data + " is in use by another running Dalil. Stop that one, or set "
                    + "DALIL_DATA to another directory.");
        }
    }

    private static void refuseBuildDirectory(Path data) {
        String server = System.getProperty("jboss.home.dir");
        if (server != null && data.startsWith(Path.of(server).toAbsolutePath().normalize())) {
            throw new CannotStart("The data directory " + data + " lies inside the server's own directory, which a new build "
                    + "deletes. Set DALIL_DATA to a directory elsewhere.");
        }
    }

    /** A directory that only its owner can enter. */
    public static void createPrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Writes a file that only its owner can read, in one step: a reader sees the old content or the new. */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(content));
            out.force(true);
        }
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** The secret in this file, made at random (256 bits) if there is none yet; letters, digits, hyphen and underscore. */
    public static String secret(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            writePrivate(file, secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return secret;
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " can't be read or written: " + e.getMessage(), e);
        }
    }

    @PreDestroy
    void release() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyGone) {
            // the lock ends with the process in any case
        }
    }
}
