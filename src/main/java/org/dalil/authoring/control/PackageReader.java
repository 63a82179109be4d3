package org.dalil.authoring.control;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a zip from outside in memory, entry by entry, believing none of its claims. */
final class PackageReader {

    private static final String PACKAGE = "package";
    /** Text packs to a third or a fifth; a hundredth is a bomb. */
    private static final int TIGHTEST = 100;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final byte[] zip;
    private final int largest;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Findings findings = new Findings();
    private final Set<String> seen = new HashSet<>();
    private long total;

    /** @param largest bytes that one file may have */
    PackageReader(byte[] zip, int largest) {
        this.zip = zip;
        this.largest = largest;
    }

    CourseFiles read() {
        if (zip.length > CourseFiles.LARGEST_TREE) {
            findings.refuse("", PACKAGE, Sentences.TOO_MUCH);
            return new CourseFiles(files, findings.all());
        }
        try {
            List<ZipDirectory.Entry> entries = new ZipDirectory(zip).entries(CourseFiles.MOST_FILES);
            if (entries.size() > CourseFiles.MOST_FILES) {
                findings.refuse("", PACKAGE, Sentences.TOO_MUCH);
            } else {
                unpack(entries, prefix(entries));
            }
        } catch (ZipDirectory.Damaged damaged) {
            findings.refuse("", PACKAGE, damaged.getMessage());
        }
        return new CourseFiles(files, findings.all());
    }

    private static String prefix(List<ZipDirectory.Entry> entries) {
        return entries.stream().allMatch(e -> e.name().startsWith("courses/")) ? "courses/" : "";
    }

    private void unpack(List<ZipDirectory.Entry> entries, String prefix) {
        for (ZipDirectory.Entry entry : entries) {
            String name = entry.name().substring(prefix.length());
            if (entry.isFolder() && FileName.refusal(entry.name() + "x").isEmpty()) {
                continue;
            }
            Optional<String> refusal = refusal(name, entry);
            if (refusal.isPresent()) {
                findings.refuse(FileName.shown(name), "", refusal.get());
                continue;
            }
            total += entry.size();
            if (total > CourseFiles.LARGEST_TREE) {
                findings.refuse(FileName.shown(name), "", Sentences.TOO_MUCH);
                return;
            }
            keep(name, entry);
        }
    }

    private Optional<String> refusal(String name, ZipDirectory.Entry entry) {
        Optional<String> byName = FileName.refusal(name);
        if (byName.isPresent()) {
            return byName;
        }
        // Lower case: two names that one disk can't tell apart are one name.
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(Sentences.TWICE);
        }
        if (entry.isSpecial()) {
            return Optional.of(Sentences.LINK);
        }
        if (entry.isEncrypted()) {
            return Optional.of(Sentences.LOCKED);
        }
        if (entry.size() > largest) {
            return Optional.of(Sentences.TOO_LARGE);
        }
        return entry.size() > TIGHTEST * Math.max(1, entry.packed())
                ? Optional.of(Sentences.BOMB)
                : Optional.empty();
    }

    private void keep(String name, ZipDirectory.Entry entry) {
        Optional<byte[]> content = content(entry);
        CRC32 sum = new CRC32();
        content.ifPresent(sum::update);
        if (content.isEmpty() || sum.getValue() != entry.crc()) {
            findings.refuse(name, "", Sentences.UNTRUE);
        } else {
            files.put(name, content.get());
        }
    }

    /** Exactly as many bytes as claimed, or nothing. */
    private Optional<byte[]> content(ZipDirectory.Entry entry) {
        if (entry.data() + entry.packed() > zip.length) {
            return Optional.empty();
        }
        if (entry.method() == STORED && entry.packed() == entry.size()) {
            return Optional.of(Arrays.copyOfRange(zip, entry.data(), entry.data() + (int) entry.packed()));
        }
        return entry.method() == DEFLATED ? inflated(entry) : Optional.empty();
    }

    private Optional<byte[]> inflated(ZipDirectory.Entry entry) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, entry.data(), (int) entry.packed());
            // One byte more than claimed: if it fills, the claim was false.
            byte[] out = new byte[(int) entry.size() + 1];
            int length = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(out, length, out.length - length);
                length += more;
                if (more == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
            }
            return length == entry.size() ? Optional.of(Arrays.copyOf(out, length)) : Optional.empty();
        } catch (DataFormatException broken) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
