package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.List;
import org.dalil.platform.entity.Refused;

/**
 * What a package of items would change in a bank, before anything is. It holds words and keys: only for a page's memory.
 *
 * @param course the code of the course
 */
public record BankPlan(String course, List<Planned> items, List<Refusal> refused) {

    /** What becomes of an item: a new one, another wording of one that is there, or nothing because it says the same. */
    public enum Change { NEW, CHANGED, SAME }

    /** An item that would be taken. */
    public record Planned(ItemContent content, Change change) { }

    /** What is not taken. @param name the item's identifier or the file's path, as the package has it */
    public record Refusal(String name, Refused why) implements Serializable { }

    /** How many would become something. */
    public long count(Change change) {
        return items.stream().filter(i -> i.change() == change).count();
    }

    /** Whether taking it in would change anything. */
    public boolean changesAnything() {
        return items.stream().anyMatch(i -> i.change() != Change.SAME);
    }
}
