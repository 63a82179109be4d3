package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Divides a lesson or sheet at its headings and its {@code :::} lines, before any of it is read as Markdown. */
final class CardSplitter {

    /** What stands between two block lines outside of a block. */
    static final String TEXT = "text";

    private static final Pattern HEADING_WITHOUT_SPACE = Pattern.compile("#{2,3}[^#\\s]");

    private final String file;
    private final String noun;
    private final Findings findings;
    private final List<RawCard> cards = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private String kind = TEXT;
    private String argument = "";
    private int line;
    private int start;
    private boolean saidNoCard;

    /** A card before its text is read; {@code line} is its heading's. */
    record RawCard(String title, int line, List<RawBlock> blocks) { }

    /** A block before its text is read; {@code line} is the number of the line before its text. */
    record RawBlock(String kind, String argument, String text, int line) {

        boolean isText() {
            return kind.equals(TEXT);
        }
    }

    /** @param noun what a heading begins: {@code card} in a lesson, {@code part} in a sheet */
    CardSplitter(String file, String noun, Findings findings) {
        this.file = file;
        this.noun = noun;
        this.findings = findings;
    }

    /** @param first number of the body's first line in the file */
    List<RawCard> split(String body, int first) {
        line = first - 1;
        start = line;
        for (String text : body.split("\n", -1)) {
            line++;
            take(text);
        }
        finishCard();
        return cards;
    }

    private void take(String text) {
        String stripped = text.strip();
        if (HEADING_WITHOUT_SPACE.matcher(text).lookingAt()) {
            findings.refuse(file, "line " + line, "a space is missing after the last #; without it this is no heading");
        }
        if (text.startsWith("##") && !text.startsWith("###")) {
            finishCard();
            cards.add(new RawCard(text.substring(2).strip(), line, new ArrayList<>()));
            open(TEXT, "");
        } else if (stripped.startsWith(":::")) {
            fence(stripped.substring(3).strip());
        } else {
            lines.add(text);
        }
    }

    private void fence(String rest) {
        if (rest.isEmpty()) {
            if (inBlock()) {
                finishBlock();
                open(TEXT, "");
            } else {
                findings.refuse(file, "line " + line, "this ::: closes nothing; remove it, or name the block that begins here");
            }
            return;
        }
        refuseUnclosed();
        finishBlock();
        String[] words = rest.split("\\s+", 2);
        open(words[0], words.length > 1 ? words[1] : "");
    }

    private void open(String newKind, String newArgument) {
        kind = newKind;
        argument = newArgument;
        start = line;
    }

    private boolean inBlock() {
        return !kind.equals(TEXT);
    }

    private void refuseUnclosed() {
        if (inBlock()) {
            findings.refuse(file, "line " + start, "::: " + kind + " is not closed; put ::: on a line of its own after it");
        }
    }

    private void finishCard() {
        refuseUnclosed();
        finishBlock();
        kind = TEXT;
    }

    private void finishBlock() {
        String text = String.join("\n", lines);
        lines.clear();
        if (!inBlock() && text.isBlank()) {
            return;
        }
        if (cards.isEmpty()) {
            refuseNoCard();
        } else {
            cards.get(cards.size() - 1).blocks().add(new RawBlock(kind, argument, text, start));
        }
    }

    private void refuseNoCard() {
        if (!saidNoCard) {
            findings.refuse(file, "line " + (start + 1), "this stands before the first " + noun + "; begin a " + noun + " with ## and its title");
            saidNoCard = true;
        }
    }
}
