package org.dalil.exam.entity;

import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.platform.entity.Refused;

/**
 * What somebody changes in an item. Its kind, its choices, its languages, its sources and the state of its provision stay.
 *
 * @param key   ids of what is right, in an order the right one
 * @param words in the languages that the item has
 */
public record ItemEdit(String topic, Difficulty difficulty, List<String> key, Map<String, Bank.ItemWords> words) {

    /** The item as it would be. @throws Refused if something is empty, or of another item */
    public ItemContent of(ItemContent before) {
        Bank.Item item = before.item();
        if (!words.keySet().equals(before.words().keySet()) || words.values().stream().anyMatch(w -> isOther(w, item))) {
            throw new Refused("exam.edit.other");
        }
        if (words.values().stream().anyMatch(ItemEdit::hasGap)) {
            throw new Refused("exam.edit.blank");
        }
        return new ItemContent(new Bank.Item(item.id(), topic, difficulty, item.kind(), item.choices(), item.right(), key, item.sources(),
                item.provision()), words);
    }

    private static boolean isOther(Bank.ItemWords w, Bank.Item item) {
        return !w.choices().keySet().equals(java.util.Set.copyOf(item.choices())) || !w.right().keySet().equals(java.util.Set.copyOf(item.right()));
    }

    private static boolean hasGap(Bank.ItemWords w) {
        return w.stem().isBlank() || w.explanation().isBlank() || w.choices().values().stream().anyMatch(String::isBlank)
                || w.right().values().stream().anyMatch(String::isBlank);
    }
}
