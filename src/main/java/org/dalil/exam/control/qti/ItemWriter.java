package org.dalil.exam.control.qti;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.entity.ItemContent;

/**
 * Writes one language of an item as an {@code assessmentItem} of QTI 2.1. It is marked there as it is here, but for an order, which
 * QTI can only call right or wrong as a whole. The explanation is feedback that shows when the item is done.
 */
final class ItemWriter {

    static final String NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    private static final String TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";
    private static final String RESPONSE = "RESPONSE";
    private static final String EXPLANATION = "EXPLANATION";

    private final XMLStreamWriter xml;
    private final Bank.Item item;
    private final Bank.ItemWords words;
    private final String language;

    ItemWriter(XMLStreamWriter xml, ItemContent content, String language) {
        this.xml = xml;
        this.item = content.item();
        this.words = content.words().get(language);
        this.language = language;
    }

    /** The identifier of an item in a language: of the item, a dot, the language. */
    static String identifier(String id, String language) {
        return IdText.written(id) + "." + language;
    }

    /** What QTI calls this way of asking. */
    static String interaction(Quiz.Kind kind) {
        return switch (kind) {
            case ORDER -> "orderInteraction";
            case MATCH -> "matchInteraction";
            default -> "choiceInteraction";
        };
    }

    void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement("assessmentItem");
        xml.writeDefaultNamespace(NAMESPACE);
        attributes("identifier", identifier(item.id(), language), "title", item.id(), "adaptive", "false", "timeDependent", "false",
                "toolName", "Dalil");
        xml.writeAttribute("xml:lang", language);
        declarations();
        xml.writeStartElement("itemBody");
        FlowText.write(xml, words.stem());
        interaction();
        xml.writeEndElement();
        xml.writeEmptyElement("responseProcessing");
        attributes("template", TEMPLATES + (isMapped() ? "map_response" : "match_correct"));
        xml.writeStartElement("modalFeedback");
        attributes("outcomeIdentifier", "FEEDBACK", "showHide", "show", "identifier", EXPLANATION);
        FlowText.write(xml, words.explanation());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private boolean isMapped() {
        return item.kind() == Quiz.Kind.MULTIPLE || item.kind() == Quiz.Kind.MATCH;
    }

    private void declarations() throws XMLStreamException {
        xml.writeStartElement("responseDeclaration");
        attributes("identifier", RESPONSE, "cardinality", switch (item.kind()) {
            case MULTIPLE, MATCH -> "multiple";
            case ORDER -> "ordered";
            default -> "single";
        }, "baseType", item.kind() == Quiz.Kind.MATCH ? "directedPair" : "identifier");
        xml.writeStartElement("correctResponse");
        for (String value : correct()) {
            text("value", value);
        }
        xml.writeEndElement();
        if (isMapped()) {
            mapping();
        }
        xml.writeEndElement();
        outcome("SCORE", "float", "0");
        outcome("MAXSCORE", "float", "1");
        outcome("FEEDBACK", "identifier", EXPLANATION);
    }

    private List<String> correct() {
        return item.kind() != Quiz.Kind.MATCH ? item.key().stream().map(IdText::written).toList()
                : IntStream.range(0, item.choices().size()).mapToObj(i -> IdText.written(item.choices().get(i)) + " "
                        + IdText.writtenRight(item.key().get(i), item.choices())).toList();
    }

    /** Several: (right − wrong) of the right ones there are, not below nothing. Pairs: the share that is right. */
    private void mapping() throws XMLStreamException {
        String share = String.valueOf(1.0 / item.key().size());
        xml.writeStartElement("mapping");
        attributes("lowerBound", "0", "upperBound", "1", "defaultValue", item.kind() == Quiz.Kind.MATCH ? "0" : "-" + share);
        for (String value : correct()) {
            xml.writeEmptyElement("mapEntry");
            attributes("mapKey", value, "mappedValue", share);
        }
        xml.writeEndElement();
    }

    private void outcome(String identifier, String type, String value) throws XMLStreamException {
        xml.writeStartElement("outcomeDeclaration");
        attributes("identifier", identifier, "cardinality", "single", "baseType", type);
        xml.writeStartElement("defaultValue");
        text("value", value);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void interaction() throws XMLStreamException {
        xml.writeStartElement(interaction(item.kind()));
        attributes("responseIdentifier", RESPONSE, "shuffle", "true");
        switch (item.kind()) {
            case MATCH -> {
                attributes("maxAssociations", "0");
                side(item.choices(), words.choices(), "1");
                side(item.right(), words.right(), "0");
            }
            case ORDER -> choices();
            default -> {
                attributes("maxChoices", item.kind() == Quiz.Kind.MULTIPLE ? "0" : "1");
                if (item.kind() == Quiz.Kind.TRUE_FALSE) {
                    attributes("class", ItemReader.TRUE_FALSE);
                }
                choices();
            }
        }
        xml.writeEndElement();
    }

    private void choices() throws XMLStreamException {
        for (String id : item.choices()) {
            xml.writeStartElement("simpleChoice");
            attributes("identifier", IdText.written(id));
            FlowText.write(xml, words.choices().get(id));
            xml.writeEndElement();
        }
    }

    /** @param most how many partners one may have; 0 is any number */
    private void side(List<String> ids, Map<String, String> texts, String most) throws XMLStreamException {
        xml.writeStartElement("simpleMatchSet");
        for (String id : ids) {
            xml.writeStartElement("simpleAssociableChoice");
            attributes("identifier", ids == item.right() ? IdText.writtenRight(id, item.choices()) : IdText.written(id), "matchMax", most);
            FlowText.write(xml, texts.get(id));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
