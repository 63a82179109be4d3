package org.dalil.authoring.control;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dalil.authoring.entity.Finding;
import org.dalil.authoring.entity.Unpacked;
import org.dalil.authoring.entity.Unpacked.Reason;

/** Unpacks a zip package that is no tree of courses with the same care, and says why something of it was left out. */
public final class UploadedPackage {

    private static final Map<String, Reason> REASONS = Map.of(Sentences.TOO_MUCH, Reason.TOO_MUCH, Sentences.TOO_LARGE, Reason.TOO_LARGE,
            Sentences.ODD_NAME, Reason.ODD_NAME, Sentences.TOO_DEEP, Reason.ODD_NAME, Sentences.TWICE, Reason.TWICE,
            Sentences.LINK, Reason.LINK, Sentences.LOCKED, Reason.LOCKED, Sentences.BOMB, Reason.BOMB, Sentences.UNTRUE, Reason.UNTRUE);

    /** Bytes. A manifest names every file of a bank with what is known of it. */
    static final int LARGEST_FILE = 8 * 1024 * 1024;

    private UploadedPackage() { }

    /** Never fails. */
    public static Unpacked unpack(byte[] zip) {
        CourseFiles read = new PackageReader(zip, LARGEST_FILE).read();
        SortedMap<String, byte[]> files = new TreeMap<>();
        read.paths().forEach(path -> files.put(path, read.bytes(path)));
        SortedMap<String, Reason> leftOut = new TreeMap<>();
        read.findings().forEach(f -> leftOut.putIfAbsent(f.file().substring("courses/".length()), reason(f)));
        return new Unpacked(files, leftOut);
    }

    /** What is said of the package as a whole and is not its size is damage; what else is said of a name is that it means no good. */
    private static Reason reason(Finding finding) {
        Reason known = REASONS.get(finding.sentence());
        return known != null ? known : finding.item().isEmpty() ? Reason.NAME : Reason.DAMAGED;
    }
}
