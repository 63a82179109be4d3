package org.dalil.report.entity;

import java.util.Optional;

/**
 * What a table across workshops is laid out by. Two dimensions at most: a filter is one of them.
 *
 * @param columns another dimension than {@code rows}
 * @param only    one value of the columns; nothing for all of them, or where there are none
 */
public record Table(Dimension rows, Optional<Dimension> columns, Optional<String> only) {

    /** @throws IllegalArgumentException if the columns are the rows, or a value is wanted of none */
    public Table {
        if (columns.filter(rows::equals).isPresent() || columns.isEmpty() && only.isPresent()) {
            throw new IllegalArgumentException("no table of " + rows + " by " + columns);
        }
    }
}
