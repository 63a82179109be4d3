package org.dalil.workshop.entity;

import java.time.Instant;
import java.util.UUID;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Language;

/**
 * What was printed for a workshop, kept so that it can be read.
 *
 * @param versionId whose questions these are, and whose key they are scored by
 * @param printedAt for the first time
 */
public record SheetPrint(UUID versionId, Form form, Language language, SheetLayout layout, Instant printedAt) {

    /** Whether a sheet came out of this print. */
    public boolean holds(SheetId sheet) {
        return form == sheet.form() && language.equals(sheet.language()) && layout.fingerprint() == sheet.layout()
                && sheet.page() <= layout.pages().size();
    }
}
