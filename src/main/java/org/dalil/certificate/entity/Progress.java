package org.dalil.certificate.entity;

import java.io.Serializable;

/**
 * How far the issuing is.
 *
 * @param ordered all there ever were
 * @param failed  those that can't be issued
 * @param problem the key of the sentence that says why, for one of them; null if there are none
 */
public record Progress(long ordered, long done, long failed, String problem) implements Serializable {

    /** Those that will be issued without anybody's help. */
    public long waiting() {
        return ordered - done - failed;
    }
}
