package org.dalil.authoring.control;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a folder into {@link CourseFiles}; follows no link. */
final class FolderReader extends SimpleFileVisitor<Path> {

    private final Path root;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Findings findings = new Findings();
    private long total;

    FolderReader(Path root) {
        this.root = root;
    }

    CourseFiles read() throws IOException {
        Files.walkFileTree(root, this);
        return new CourseFiles(files, findings.all());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (hidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        String name = root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
        Optional<String> refusal = refusal(name, attributes);
        if (refusal.isPresent()) {
            findings.refuse(FileName.shown(name), "", refusal.get());
            return FileVisitResult.CONTINUE;
        }
        total += attributes.size();
        if (files.size() == CourseFiles.MOST_FILES || total > CourseFiles.LARGEST_TREE) {
            findings.refuse(FileName.shown(name), "", Sentences.TOO_MUCH);
            return FileVisitResult.TERMINATE;
        }
        files.put(name, Files.readAllBytes(file));
        return FileVisitResult.CONTINUE;
    }

    private static Optional<String> refusal(String name, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            return Optional.of(Sentences.LINK);
        }
        return attributes.size() > CourseFiles.LARGEST_FILE ? Optional.of(Sentences.TOO_LARGE) : FileName.refusal(name);
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
