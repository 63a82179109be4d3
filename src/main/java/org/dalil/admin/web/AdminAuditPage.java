package org.dalil.admin.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.dalil.admin.AuditTrails;
import org.dalil.platform.entity.AuditEnd;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Attachment;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;

/** {@code staff/admin/audit.xhtml}: the audit trail to take along, and its end to be noted. */
@Named
@RequestScoped
public class AdminAuditPage {

    @Inject AuditTrails trails;
    @Inject PageTexts texts;
    @Inject Problems problems;

    private AuditEnd end;
    private String line = "";
    private String day = "";

    /** Before the page is made. */
    public void open() {
        end = trails.end();
    }

    /** Answers with the file instead of a page. */
    public void download() {
        try {
            send(line.isBlank() && !day.isBlank() ? trails.take(day()) : trails.take(line()));
        } catch (Refused e) {
            problems.add(e.key().equals("admin.audit.day") ? "day" : "line", e);
        }
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeParseException none) {
            throw new Refused("admin.audit.day");
        }
    }

    private long line() {
        String typed = line.strip();
        if (typed.isEmpty()) {
            return 1;
        }
        if (!typed.matches("\\p{Nd}{1,18}")) {
            throw new Refused("admin.audit.line");
        }
        // Java reads the digits of every script.
        return Long.parseLong(typed);
    }

    private void send(long from) {
        Attachment.send("application/jsonl", "trail.jsonl", out -> trails.write(from, out));
    }

    public String getLines() {
        return texts.of("admin.audit.lines", end.id());
    }

    /** The end, as the command takes it. */
    public String getNoted() {
        return end.noted();
    }

    /** The first line that is wanted; empty for all. */
    public String getLine() {
        return line;
    }

    public void setLine(String line) {
        this.line = line == null ? "" : line;
    }

    /** The day of the first line that is wanted, if no line is given. */
    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day == null ? "" : day;
    }
}
