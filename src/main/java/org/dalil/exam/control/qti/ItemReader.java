package org.dalil.exam.control.qti;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;

/**
 * Reads an {@code assessmentItem} of QTI 2.1, 2.2 or 3.0 that asks what an item of a bank can ask: one choice, several, an order,
 * or what belongs together. Whatever else it holds that a candidate would see is refused, never left out in silence.
 */
final class ItemReader {

    private static final Set<String> NAMESPACES = Set.of("http://www.imsglobal.org/xsd/imsqti_v2p1",
            "http://www.imsglobal.org/xsd/imsqti_v2p2", "http://www.imsglobal.org/xsd/imsqtiasi_v3p0");
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    /** In QTI a false statement has two choices like any other; with this class they are the two that we know. */
    static final String TRUE_FALSE = "true-false";

    private final XmlElement item;

    private ItemReader(XmlElement item) {
        this.item = item;
    }

    /** @throws Refused if it asks what no item of a bank can ask */
    static ReadItem read(byte[] file) {
        XmlElement root = XmlReader.read(file);
        if (!root.name().equals("assessmentItem") || !NAMESPACES.contains(root.namespace())) {
            throw new Refused("exam.qti.namespace");
        }
        return new ItemReader(root).read();
    }

    private ReadItem read() {
        if (item.attribute("adaptive").equals("true") || item.elements().stream().anyMatch(e -> e.name().startsWith("template"))) {
            throw new Refused("exam.qti.template");
        }
        List<Object> stem = new ArrayList<>();
        List<XmlElement> interactions = new ArrayList<>();
        item.below("itemBody").forEach(body -> split(body, stem, interactions));
        if (interactions.size() != 1) {
            throw new Refused(interactions.isEmpty() ? "exam.qti.none" : "exam.qti.several", interactions.size());
        }
        XmlElement interaction = interactions.get(0);
        interaction.elements("prompt").forEach(stem::add);
        String asked = required(FlowText.of(stem), "exam.qti.noStem");
        return switch (interaction.name()) {
            case "choiceInteraction" -> choice(interaction, asked);
            case "orderInteraction" -> order(interaction, asked);
            case "matchInteraction" -> match(interaction, asked);
            default -> throw new Refused("exam.qti.interaction", interaction.name());
        };
    }

    /** The interactions, and the words around them. Blocks that hold an interaction are looked into. */
    private static void split(XmlElement block, List<Object> stem, List<XmlElement> interactions) {
        for (Object child : block.children()) {
            if (child instanceof XmlElement e && e.name().endsWith("Interaction")) {
                interactions.add(e);
            } else if (child instanceof XmlElement e && Set.of("p", "div", "span").contains(e.name()) && holdsInteraction(e)) {
                split(e, stem, interactions);
            } else {
                stem.add(child);
            }
        }
    }

    private static boolean holdsInteraction(XmlElement element) {
        return element.elements().stream().anyMatch(e -> e.name().endsWith("Interaction") || holdsInteraction(e));
    }

    /** Nothing but spaces and invisible marks is nothing. */
    private static String required(String text, String otherwise) {
        if (text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT)) {
            throw new Refused(otherwise);
        }
        return text;
    }

    private ReadItem choice(XmlElement interaction, String stem) {
        List<XmlElement> choices = choices(interaction, "simpleChoice");
        List<String> ids = ids(choices);
        XmlElement response = response(interaction);
        boolean multiple = response.attribute("cardinality").equals("multiple");
        List<String> key = key(response);
        if (!multiple && key.size() > 1) {
            throw new Refused("exam.qti.keys");
        }
        known(key, ids);
        boolean statement = !multiple && ids.equals(List.of("t", "f")) && List.of(interaction.attribute("class").split("\\s+")).contains(TRUE_FALSE);
        Quiz.Kind kind = multiple ? Quiz.Kind.MULTIPLE : statement ? Quiz.Kind.TRUE_FALSE : Quiz.Kind.SINGLE;
        return done(kind, ids, List.of(), key, stem, words(choices), Map.of());
    }

    private ReadItem order(XmlElement interaction, String stem) {
        List<XmlElement> choices = choices(interaction, "simpleChoice");
        List<String> ids = ids(choices);
        List<String> key = key(response(interaction));
        known(key, ids);
        if (key.size() != ids.size()) {
            throw new Refused("exam.qti.order");
        }
        return done(Quiz.Kind.ORDER, ids, List.of(), key, stem, words(choices), Map.of());
    }

    private ReadItem match(XmlElement interaction, String stem) {
        List<XmlElement> sets = interaction.elements("simpleMatchSet");
        if (sets.size() != 2) {
            throw new Refused("exam.qti.match");
        }
        List<XmlElement> left = choices(sets.get(0), "simpleAssociableChoice");
        List<XmlElement> right = choices(sets.get(1), "simpleAssociableChoice");
        List<String> ids = ids(left);
        List<String> others = ids(right);
        Map<String, String> pairs = new HashMap<>();
        for (String pair : key(response(interaction))) {
            String[] both = pair.split("\\s+");
            if (both.length != 2 || pairs.put(both[0], both[1]) != null) {
                throw new Refused("exam.qti.match");
            }
        }
        known(List.copyOf(pairs.keySet()), ids);
        known(List.copyOf(pairs.values()), others);
        if (pairs.size() != ids.size()) {
            throw new Refused("exam.qti.match");
        }
        return done(Quiz.Kind.MATCH, ids, others, ids.stream().map(pairs::get).toList(), stem, words(left), words(right));
    }

    private static List<XmlElement> choices(XmlElement parent, String name) {
        for (XmlElement other : parent.elements()) {
            if (!other.name().equals(name) && !other.name().equals("prompt")) {
                throw new Refused("exam.qti.markup", other.name());
            }
        }
        List<XmlElement> choices = parent.elements(name);
        if (choices.size() < FEWEST || choices.size() > MOST) {
            throw new Refused("exam.qti.choices", FEWEST, MOST);
        }
        return choices;
    }

    private static List<String> ids(List<XmlElement> choices) {
        List<String> ids = choices.stream().map(c -> c.attribute("identifier")).toList();
        if (new HashSet<>(ids).size() < ids.size() || ids.contains("")) {
            throw new Refused("exam.qti.choiceTwice");
        }
        return ids;
    }

    private static Map<String, String> words(List<XmlElement> choices) {
        Map<String, String> words = ReadItem.words(choices);
        words.values().forEach(w -> required(w, "exam.qti.noWords"));
        return words;
    }

    private XmlElement response(XmlElement interaction) {
        String id = interaction.attribute("responseIdentifier");
        return item.elements("responseDeclaration").stream().filter(r -> r.attribute("identifier").equals(id)).findFirst()
                .orElseThrow(() -> new Refused("exam.qti.noKey"));
    }

    private static List<String> key(XmlElement response) {
        List<String> key = response.below("correctResponse", "value").stream().map(XmlElement::text).toList();
        if (key.isEmpty()) {
            throw new Refused("exam.qti.noKey");
        }
        if (new HashSet<>(key).size() < key.size()) {
            throw new Refused("exam.qti.keyTwice");
        }
        return key;
    }

    private static void known(List<String> key, List<String> ids) {
        key.stream().filter(k -> !ids.contains(k)).findFirst().ifPresent(k -> {
            throw new Refused("exam.qti.keyUnknown", k);
        });
    }

    private ReadItem done(Quiz.Kind kind, List<String> choices, List<String> right, List<String> key, String stem, Map<String, String> words,
                          Map<String, String> rightWords) {
        List<String> feedback = item.elements("modalFeedback").stream().map(f -> FlowText.of(f.children())).filter(f -> !f.isBlank()).toList();
        String explanation = required(String.join("\n\n", feedback), "exam.qti.explanation");
        if (explanation.length() > FlowText.LONGEST) {
            throw new Refused("exam.qti.long", FlowText.LONGEST);
        }
        return new ReadItem(item.attribute("identifier"), item.attribute("xml:lang"), kind, choices, right, key,
                new Bank.ItemWords(stem, words, rightWords, explanation));
    }
}
