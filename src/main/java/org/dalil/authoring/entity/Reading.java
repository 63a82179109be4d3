package org.dalil.authoring.entity;

import java.util.List;

/**
 * What came of reading a tree of files: what can be served, and what was found wrong with the rest.
 *
 * @param tree the hash of all files that were read; empty if the tree couldn't be read
 */
public record Reading(Curriculum curriculum, List<Finding> findings, String tree) {

    /** Whether something in the tree can't be served. */
    public boolean refuses() {
        return findings.stream().anyMatch(Finding::refuses);
    }
}
