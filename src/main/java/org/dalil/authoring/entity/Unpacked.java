package org.dalil.authoring.entity;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a zip package from outside: only what has a harmless name and a bearable size.
 *
 * @param files   by path, with slashes
 * @param leftOut why a path was left out, by path; the empty path is the package as a whole
 */
public record Unpacked(SortedMap<String, byte[]> files, SortedMap<String, Reason> leftOut) {

    /** Why something was left out. */
    public enum Reason {
        /** No zip, or cut off, or tampered with. */ DAMAGED,
        /** More files or bytes than a package may have. */ TOO_MUCH,
        /** One file with more bytes than a file may have. */ TOO_LARGE,
        /** A name that leads out of the package, or hides what it is. */ NAME,
        /** A name with characters that are harmless, but no file read here has. */ ODD_NAME,
        /** The same name again. */ TWICE,
        /** A link and no file. */ LINK,
        /** Locked with a password. */ LOCKED,
        /** Unpacks to more than text can. */ BOMB,
        /** Not what the package says it is. */ UNTRUE;

        /** Whether no package is like that by accident, so that nothing of it is read. */
        public boolean spoilsAll() {
            return this != TOO_LARGE && this != ODD_NAME;
        }
    }

    public Unpacked {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /** What keeps the whole package from being read: a path and a reason; nothing if it may be read. */
    public java.util.Optional<Map.Entry<String, Reason>> spoiled() {
        return leftOut.entrySet().stream().filter(e -> e.getValue().spoilsAll()).findFirst();
    }
}
