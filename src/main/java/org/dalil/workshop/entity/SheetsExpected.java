package org.dalil.workshop.entity;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which sheets a reader shall take.
 *
 * @param seal     of this installation
 * @param workshop the short number of the one whose sheets these should be
 * @param layouts  what was printed under this id: of the version of the course that the fingerprint belongs to; nothing if
 *                 there is none with that fingerprint
 */
public record SheetsExpected(SheetSeal seal, int workshop, Function<SheetId, Optional<SheetLayout>> layouts) {

    /**
     * Whether this is one of them.
     *
     * @return the page as it was printed
     * @throws SheetRefused if it is another workshop's, or printed from other questions
     */
    public SheetLayout.Page page(SheetId id) {
        if (id.workshop() != workshop) {
            throw new SheetRefused(SheetProblem.OTHER_WORKSHOP);
        }
        return layouts.apply(id).filter(l -> l.fingerprint() == id.layout() && id.page() <= l.pages().size())
                .map(l -> l.pages().get(id.page() - 1)).orElseThrow(() -> new SheetRefused(SheetProblem.OTHER_QUESTIONS));
    }
}
