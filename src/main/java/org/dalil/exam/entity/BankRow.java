package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.dalil.course.entity.Difficulty;

/** An item as a certifier's list shows it, without its words. @param own whether the reader uploaded it and so can't approve it */
public record BankRow(UUID id, String key, String topic, Difficulty difficulty, List<String> languages, State state, boolean own,
                      ItemFigures figures)
        implements Serializable {

    /** Where an item stands. */
    public enum State { PENDING, IN_USE, EXPOSED, FAULTY, REPLACED, REJECTED }

    public static BankRow of(BankItem item, boolean own, ItemFigures figures) {
        State state = item.isRetired() ? State.valueOf(item.reason().name()) : item.isPending() ? State.PENDING : State.IN_USE;
        return new BankRow(item.id(), item.key(), item.topic(), item.difficulty(), item.languages(), state, own, figures);
    }
}
