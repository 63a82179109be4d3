package org.dalil.workshop.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalil.platform.control.DataDirectory;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;

/** What is being uploaded, in a file that only this server's user may read, for as long as it is looked at. */
final class UploadedFile implements AutoCloseable {

    private final Path path;

    private UploadedFile(Path path) {
        this.path = path;
    }

    /** @param directory made if need be @throws SheetRefused if it is more than a stack of sheets needs */
    static UploadedFile of(Path directory, InputStream in) throws IOException {
        DataDirectory.createPrivate(directory);
        UploadedFile upload = new UploadedFile(Files.createTempFile(directory, "sheets", null));
        try (OutputStream out = Files.newOutputStream(upload.path)) {
            byte[] part = new byte[65536];
            long total = 0;
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                total += n;
                if (total > Pictures.MOST_BYTES) {
                    throw new SheetRefused(SheetProblem.TOO_LARGE);
                }
                out.write(part, 0, n);
            }
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    /** Deletes what lies in the directory. */
    static void empty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "{sheets,pictures}*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
