package org.dalil.course.entity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One piece of a lesson card: a closed set.
 *
 * <p>{@code html} is what CommonMark made of the author's text: a few inline and block elements, no attribute but
 * {@code href}, whose value is one of {@code glossary:ID}, {@code help:}, {@code source:ID}, {@code course:CODE} or an
 * https address of the help directory. The page turns the former into addresses of its own language.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Block.Key.class, name = "key"),
    @JsonSubTypes.Type(value = Block.Try.class, name = "try"),
    @JsonSubTypes.Type(value = Block.Check.class, name = "check"),
    @JsonSubTypes.Type(value = Block.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Block.Steps.class, name = "steps"),
    @JsonSubTypes.Type(value = Block.Print.class, name = "print"),
    @JsonSubTypes.Type(value = Block.Help.class, name = "help")
})
public sealed interface Block {

    /** Running text. */
    record Text(String html) implements Block { }

    /** The one message of a card. */
    record Key(String html) implements Block { }

    /** Real steps on a real phone; each is the HTML of one line. Ticks are kept nowhere. */
    record Try(List<String> steps) implements Block { }

    /** A question with instant feedback, not scored; {@code item} is the id of an item with {@link Form#CHECK}. */
    record Check(String item) implements Block { }

    /** One specific line about the next card, which can be skipped. */
    record Note(String html) implements Block { }

    /** Numbered steps in one app; {@code app} is a fixed id such as {@code whatsapp} or {@code any}. */
    record Steps(String app, List<String> steps) implements Block { }

    /** Something to keep on paper. */
    record Print(String name, List<String> lines) implements Block { }

    /** A link to Help. */
    record Help() implements Block { }
}
