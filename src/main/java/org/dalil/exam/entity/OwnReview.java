package org.dalil.exam.entity;

import java.time.Instant;

/**
 * What a candidate can know and do about a result of theirs.
 *
 * @param appeal   null if they asked for none
 * @param until    when the time for asking is over
 * @param askable  whether they can ask now
 * @param granted  whether another attempt was granted in its place
 * @param noWait   whether it may be at once
 */
public record OwnReview(AppealView appeal, Instant until, boolean askable, boolean granted, boolean noWait) { }
