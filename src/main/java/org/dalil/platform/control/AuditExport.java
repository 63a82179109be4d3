package org.dalil.platform.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.dalil.platform.entity.AuditChain;
import org.dalil.platform.entity.AuditEnd;
import org.dalil.platform.entity.AuditLine;

/**
 * The trail as a file, whole or from some line on, and the check of such a file or of a live trail. A file is JSON, an object a
 * line: the format, the lines, and the end with its seal. A part names the line it begins after in its first line, and always
 * runs to the end of the trail: only that bears a seal.
 */
public final class AuditExport {

    /** The key of the seal. */
    static final String SEALED_BY = "audit-seal";

    private static final String FORMAT = "dalil-audit-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an auditor noted, or a file shows, of an earlier day. @param id 0 for nothing */
    record Noted(long id, String hash) {

        static final Noted NOTHING = new Noted(0, "");
    }

    private AuditExport() { }

    /** The seal of the trail's end: HMAC-SHA-256 with a key outside the database. */
    static String seal(Keys keys, int version, long id, String hash) {
        return HexFormat.of().formatHex(keys.mac(SEALED_BY, version, id + ":" + hash));
    }

    /** Whether a key that is there made this seal. */
    static boolean isSeal(Keys keys, String seal, long id, String hash) {
        return keys.versions(SEALED_BY).stream().anyMatch(version -> seal.equals(seal(keys, version, id, hash)));
    }

    /** Writes the whole trail as it stands; lines that are added meanwhile are left out. */
    static void write(Connection database, Writer out) throws SQLException, IOException {
        write(database, 1, out);
    }

    /** Writes the trail as it stands. @param from the number of the first line that is written */
    static void write(Connection database, long from, Writer out) throws SQLException, IOException {
        ObjectNode end = head(database);
        ObjectNode format = JSON.createObjectNode().put("format", FORMAT);
        if (from > 1) {
            format.put("after", from - 1).put("hash", hash(database, from - 1));
        }
        out.write(format.toString());
        out.write('\n');
        each(database, from, end.get("head").asLong(), (line, hash) -> {
            out.write(json(line, hash).toString());
            out.write('\n');
        });
        out.write(end.toString());
        out.write('\n');
        out.flush();
    }

    /** Checks the trail where it stands. @param keys null where there are none: then the seal isn't looked at */
    static AuditChain check(Connection database, Noted noted, Keys keys) throws SQLException, IOException {
        AuditChain chain = new AuditChain();
        ObjectNode end = head(database);
        each(database, 1, Long.MAX_VALUE, (line, hash) -> add(chain, noted, line, hash));
        // Lines may have been added since: the end is asked again, and only the last answer counts.
        ObjectNode now = head(database);
        return finish(chain, noted, end.equals(now) || now.get("head").asLong() != chain.last() ? end : now, keys);
    }

    /** Checks an exported file. */
    static AuditChain check(BufferedReader file, Noted noted, Keys keys) throws IOException {
        ObjectNode end = null;
        String first = file.readLine();
        AuditChain chain = begin(first == null ? JSON.createObjectNode() : read(first));
        chain.compareStart(noted.id(), noted.hash());
        for (String text = file.readLine(); text != null; text = file.readLine()) {
            JsonNode node = read(text);
            if (end != null) {
                chain.fault("something stands after the end: " + node.path("id").asText());
            } else if (node.has("head")) {
                end = (ObjectNode) node;
            } else {
                add(chain, noted, line(node), node.path("hash").asText());
            }
        }
        if (end == null) {
            chain.fault("the end is missing: the file was cut off after line " + chain.last());
            return chain;
        }
        return finish(chain, noted, end, keys);
    }

    private static AuditChain begin(JsonNode format) throws IOException {
        if (!FORMAT.equals(format.path("format").asText())) {
            throw new IOException("it is no audit trail in the format " + FORMAT);
        }
        if (!format.has("after")) {
            return new AuditChain();
        }
        String hash = format.path("hash").asText();
        if (!format.path("after").canConvertToLong() || format.path("after").asLong() < 1 || !hash.matches("[0-9a-f]{64}")) {
            throw new IOException("its first line does not say after which line it begins");
        }
        return new AuditChain(format.path("after").asLong(), hash);
    }

    private static void add(AuditChain chain, Noted noted, AuditLine line, String hash) {
        chain.add(line, hash);
        chain.compare(noted.id(), noted.hash(), line, hash);
    }

    private static AuditChain finish(AuditChain chain, Noted noted, ObjectNode end, Keys keys) {
        chain.end(end.get("head").asLong(), end.path("hash").asText());
        if (chain.last() < noted.id()) {
            chain.fault("line " + noted.id() + " was noted once, and the trail stops after " + chain.last());
        }
        String seal = end.path("seal").asText();
        if (keys != null && chain.last() > 0 && !isSeal(keys, seal, end.get("head").asLong(), end.path("hash").asText())) {
            chain.fault(seal.isEmpty() ? "the end bears no seal: nothing was added since the trail became a chain, or it was taken off"
                    : "the seal at the end is not this installation's: the trail was written anew, or the key is another");
        }
        return chain;
    }

    private static JsonNode read(String text) throws IOException {
        JsonNode node = JSON.readTree(text);
        if (node == null || !node.isObject()) {
            throw new IOException("a line of it is no JSON object");
        }
        return node;
    }

    private static ObjectNode json(AuditLine line, String hash) {
        return JSON.createObjectNode().put("id", line.id()).put("at", line.time() + "Z").put("actor", line.actor())
                .put("act", line.act()).put("subject", line.subject()).put("detail", line.detail()).put("hash", hash);
    }

    private static AuditLine line(JsonNode node) throws IOException {
        try {
            return new AuditLine(node.path("id").asLong(), Instant.parse(node.path("at").asText()), node.path("actor").asText(),
                    node.path("act").asText(), node.path("subject").asText(), node.path("detail").asText());
        } catch (java.time.DateTimeException e) {
            throw new IOException("line " + node.path("id").asText() + " has no time", e);
        }
    }

    /** Where the trail ends. */
    static AuditEnd end(Connection database) throws SQLException {
        ObjectNode head = head(database);
        return new AuditEnd(head.get("head").asLong(), head.get("hash").asText());
    }

    private static ObjectNode head(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT id, hash, seal FROM audit_head WHERE one = 1");
             ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return JSON.createObjectNode().put("head", 0).put("hash", "").put("seal", "");
            }
            return JSON.createObjectNode().put("head", row.getLong(1)).put("hash", row.getString(2)).put("seal", row.getString(3));
        }
    }

    private static String hash(Connection database, long id) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT hash FROM audit_event WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the trail has no line " + id);
                }
                return row.getString(1);
            }
        }
    }

    /** The first line at or after a moment; nothing if there is none. The clock may have been set: no later line is left out. */
    static Optional<Long> since(Connection database, Instant moment) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT MIN(id) FROM audit_event WHERE at >= ?")) {
            query.setObject(1, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(id);
            }
        }
    }

    private interface Each {

        void line(AuditLine line, String hash) throws IOException;
    }

    private static void each(Connection database, long first, long last, Each each) throws SQLException, IOException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT id, at, actor, act, subject, detail, hash FROM audit_event WHERE id BETWEEN ? AND ? ORDER BY id")) {
            query.setLong(1, first);
            query.setLong(2, last);
            query.setFetchSize(1000);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    each.line(new AuditLine(row.getLong(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            row.getString(3), row.getString(4), row.getString(5), row.getString(6)), row.getString(7));
                }
            }
        }
    }
}
