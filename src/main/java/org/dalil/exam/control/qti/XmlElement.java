package org.dalil.exam.control.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element as it was read. Elements and attributes of QTI 3 have the names that they had in QTI 2:
 * {@code qti-simple-choice} is {@code simpleChoice}.
 *
 * @param namespace empty if there is none
 * @param children  elements and strings, in their order
 */
record XmlElement(String namespace, String name, Map<String, String> attributes, List<Object> children) {

    /** An attribute without spaces around it; empty if it is not there. {@code xml:lang} is {@code xml:lang}. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    List<XmlElement> elements() {
        List<XmlElement> elements = new ArrayList<>();
        children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast).forEach(elements::add);
        return elements;
    }

    List<XmlElement> elements(String wanted) {
        return elements().stream().filter(e -> e.name.equals(wanted)).toList();
    }

    /** The first of this name. */
    Optional<XmlElement> first(String wanted) {
        return elements(wanted).stream().findFirst();
    }

    /** All that are reached by these names, one below the other. */
    List<XmlElement> below(String... path) {
        List<XmlElement> found = List.of(this);
        for (String step : path) {
            found = found.stream().flatMap(e -> e.elements(step).stream()).toList();
        }
        return found;
    }

    /** What is written in it, with whatever is in it, without spaces around it. */
    String text() {
        StringBuilder text = new StringBuilder();
        children.forEach(c -> text.append(c instanceof XmlElement e ? e.text() : c));
        return text.toString().strip();
    }
}
