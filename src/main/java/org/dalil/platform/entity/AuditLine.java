package org.dalil.platform.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * One line of the audit trail.
 *
 * @param id      its place in the trail, from 1 without a gap
 * @param actor   who did it
 * @param act     what was done, as an identifier
 * @param subject to whom or what: an id
 * @param detail  what else must be known years later, for example a reason's identifier; may be empty
 */
public record AuditLine(long id, Instant at, String actor, String act, String subject, String detail) {

    /** What the first line takes for the hash of the line before it: SHA-256 of {@code dalil-audit-1}. */
    public static final String START = sha256("dalil-audit-1");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /**
     * SHA-256 over the hash before it, in hexadecimal, and the six values, each as {@code length:value,} with its length in
     * bytes of UTF-8: no two different lines are written alike.
     */
    public String hash(String before) {
        return sha256(before + part(String.valueOf(id)) + part(time()) + part(actor) + part(act) + part(subject) + part(detail));
    }

    /** When, in UTC, to the millisecond. */
    public String time() {
        return TIME.format(at);
    }

    private static String part(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length + ":" + value + ",";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
