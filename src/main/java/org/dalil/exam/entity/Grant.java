package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.Instant;

/**
 * Another attempt in place of a sitting.
 *
 * @param noWait whether the waiting time after the sitting is lifted, too
 * @param reason null where the key is lost
 */
public record Grant(boolean noWait, Reason reason, Instant grantedAt) implements Serializable { }
