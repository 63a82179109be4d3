package org.dalil.authoring.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dalil.authoring.entity.Finding;

/**
 * A read-only tree of files, from a folder or from a package. Everything in it has a harmless name and a bearable size;
 * what had not was left out and is named in {@link #findings()}.
 */
public final class CourseFiles {

    /** Bytes. The longest file of the curriculum has a twentieth of it. */
    static final int LARGEST_FILE = 512 * 1024;
    /** Eleven courses in five languages are about two thousand. */
    static final int MOST_FILES = 5_000;
    /** Bytes, of all files together. */
    static final int LARGEST_TREE = 48 * 1024 * 1024;

    private final SortedMap<String, byte[]> files;
    private final List<Finding> findings;

    CourseFiles(SortedMap<String, byte[]> files, List<Finding> findings) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.findings = List.copyOf(findings);
    }

    /**
     * The files below a folder.
     *
     * @param root the folder {@code courses} itself
     * @throws IOException if the folder can't be read
     */
    public static CourseFiles ofFolder(Path root) throws IOException {
        return new FolderReader(root).read();
    }

    /** The files of a zip package, with or without {@code courses/} in front of their names. Never fails: it finds. */
    public static CourseFiles ofPackage(byte[] zip) {
        return new PackageReader(zip, LARGEST_FILE).read();
    }

    /** These files laid over others: where both have one, this one counts. */
    public CourseFiles over(CourseFiles below) {
        SortedMap<String, byte[]> both = new TreeMap<>(below.files);
        both.putAll(files);
        List<Finding> all = new ArrayList<>(below.findings);
        all.addAll(findings);
        return new CourseFiles(both, all);
    }

    /** Without some files. */
    public CourseFiles without(List<String> paths) {
        SortedMap<String, byte[]> fewer = new TreeMap<>(files);
        paths.forEach(fewer::remove);
        return new CourseFiles(fewer, findings);
    }

    /** What was left out, and why. */
    public List<Finding> findings() {
        return findings;
    }

    /** All paths, with slashes, sorted. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The paths below a folder, sorted. */
    List<String> below(String folder) {
        return files.keySet().stream().filter(p -> p.startsWith(folder + "/")).toList();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    byte[] bytes(String path) {
        return files.get(path).clone();
    }

    /** The text of a file with LF at its line ends and no byte order mark; nothing if it is not UTF-8. */
    Optional<String> text(String path) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(files.get(path))).toString();
            return Optional.of(text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** Of the whole tree: not a byte differs where this doesn't. SHA-256, hex. */
    String hash() {
        return hash(paths(), "");
    }

    /**
     * Over names and contents of files; lengths keep one from running into the next. SHA-256, hex.
     *
     * @param folder what stands before each name and doesn't count
     */
    String hash(List<String> paths, String folder) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String path : paths) {
            byte[] name = path.substring(folder.length()).getBytes(StandardCharsets.UTF_8);
            byte[] content = files.get(path);
            all.writeBytes(ByteBuffer.allocate(8).putInt(name.length).putInt(content.length).array());
            all.writeBytes(name);
            all.writeBytes(content);
        }
        return Fingerprint.sha256(all.toByteArray());
    }
}
