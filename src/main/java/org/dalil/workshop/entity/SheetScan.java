package org.dalil.workshop.entity;

import java.util.List;
import java.util.Optional;

/**
 * What became of one sheet in a file of scans or photos.
 *
 * @param page    of the file, counted from 1; a picture is one page. A page may show several sheets
 * @param id      whose sheet it is; empty if that could not be read or must not be believed
 * @param problem why it was not read; empty if it was
 * @param items   in the order of the sheet; empty if it was not read
 * @param small   a small picture of the page, a PNG, for finding the sheet in the stack; empty if it was read
 */
public record SheetScan(int page, Optional<SheetId> id, Optional<SheetProblem> problem, List<ItemReading> items, byte[] small) {

    /** Read, with nothing left for a person to settle. */
    public boolean isSettled() {
        return problem.isEmpty() && items.stream().allMatch(ItemReading::isRead);
    }

    @Override
    public String toString() {
        return "page " + page + problem.map(p -> ": " + p).orElse("");
    }
}
