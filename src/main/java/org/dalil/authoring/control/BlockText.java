package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.dalil.authoring.control.CardSplitter.RawBlock;

/** What all kinds of {@code :::} blocks have in common, wherever they stand. */
final class BlockText {

    private BlockText() { }

    /** What is wrong with a block that holds a text and takes nothing after its kind. */
    static Optional<String> fault(RawBlock raw) {
        if (!raw.argument().isEmpty()) {
            return Optional.of("::: " + raw.kind() + " takes nothing after it; put the text on the next line");
        }
        return raw.text().isBlank() ? Optional.of("::: " + raw.kind() + " is empty; write its text before the closing :::") : Optional.empty();
    }

    /**
     * The HTML of each entry of the block's one list.
     *
     * @param marker how an entry begins
     */
    static Optional<List<String>> entries(String file, RawBlock raw, Node parsed, Class<? extends ListBlock> kind, String marker,
                                          Findings findings) {
        Node list = parsed.getFirstChild();
        if (!kind.isInstance(list) || list.getNext() != null) {
            findings.refuse(file, "line " + raw.line(),
                    "::: " + raw.kind() + " holds one list and nothing else; begin each line with " + marker);
            return Optional.empty();
        }
        List<String> entries = new ArrayList<>();
        for (Node entry = list.getFirstChild(); entry != null; entry = entry.getNext()) {
            entries.add(Markdown.inner(entry));
        }
        return Optional.of(List.copyOf(entries));
    }
}
