package org.dalil.assessment.entity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.dalil.course.entity.Form;

/**
 * What the form of an open attempt carries: the right to save into this attempt for a while, also after the visit became
 * idle; the way out ends it at once, because the visit has ended then. It names the version and the form, so that a save
 * needs no look-up.
 *
 * @param expires after this moment the card has to be entered again
 */
public record SaveRight(UUID attemptId, UUID visitId, UUID versionId, Form form, Instant expires) {

    /** Long enough for a workshop's morning and lunch. */
    public static final Duration LASTS = Duration.ofHours(6);

    /** The id that the form of an item carries: always the same for an attempt and an item, so that a replay is one row. */
    public static UUID submissionId(UUID attemptId, String itemId) {
        return UUID.nameUUIDFromBytes((attemptId + "/" + itemId).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isOver(Instant now) {
        return now.isAfter(expires);
    }

    /** As text, without proof. */
    public String text() {
        return attemptId + "." + visitId + "." + versionId + "." + form + "." + expires.getEpochSecond();
    }

    /** @throws IllegalArgumentException if it is no such text */
    public static SaveRight of(String text) {
        String[] parts = text.split("\\.");
        if (parts.length != 5) {
            throw new IllegalArgumentException("five parts");
        }
        return new SaveRight(UUID.fromString(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]),
                Form.valueOf(parts[3]), Instant.ofEpochSecond(Long.parseLong(parts[4])));
    }
}
