package org.dalil.exam.control.qti;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.exam.entity.ItemContent;

/**
 * Writes {@code imsmanifest.xml} (IMS Content Packaging 1.1) with what IEEE LOM has a place for: which item it is, language,
 * difficulty, topic, sources, and the state of a legal provision.
 */
final class ManifestWriter {

    private static final String CP = "http://www.imsglobal.org/xsd/imscp_v1p1";
    private static final String LOM = "http://ltsc.ieee.org/xsd/LOM";
    private static final String QTI = "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1";

    private final XMLStreamWriter xml;

    ManifestWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Where a language of an item lies in the package. */
    static String path(String id, String language) {
        return "items/" + id + "." + language + ".xml";
    }

    void write(List<ItemContent> items) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("manifest");
        xml.writeDefaultNamespace(CP);
        xml.writeNamespace("lom", LOM);
        xml.writeNamespace("qti", QTI);
        xml.writeAttribute("identifier", "items");
        open("metadata");
        text("schema", "QTIv2.1 Package");
        text("schemaversion", "1.0.0");
        close();
        xml.writeEmptyElement("organizations");
        open("resources");
        for (ItemContent item : items) {
            for (String language : item.words().keySet()) {
                resource(item, language);
            }
        }
        close();
        close();
        xml.writeEndDocument();
    }

    private void resource(ItemContent content, String language) throws XMLStreamException {
        String id = content.item().id();
        open("resource");
        xml.writeAttribute("identifier", ItemWriter.identifier(id, language));
        xml.writeAttribute("type", "imsqti_item_xmlv2p1");
        xml.writeAttribute("href", path(id, language));
        open("metadata");
        lom(content.item(), language);
        open("qti:qtiMetadata");
        text("qti:timeDependent", "false");
        text("qti:interactionType", ItemWriter.interaction(content.item().kind()));
        text("qti:feedbackType", "nonadaptive");
        text("qti:solutionAvailable", "true");
        text("qti:toolName", "Dalil");
        close();
        close();
        xml.writeEmptyElement("file");
        xml.writeAttribute("href", path(id, language));
        close();
    }

    private void lom(Bank.Item item, String language) throws XMLStreamException {
        open("lom:lom");
        open("lom:general");
        identifier("dalil-item", item.id());
        text("lom:language", language);
        close();
        open("lom:educational");
        vocabulary("difficulty", difficulty(item.difficulty()));
        close();
        for (String source : item.sources()) {
            open("lom:relation");
            vocabulary("kind", "isbasedon");
            open("lom:resource");
            identifier(ManifestReader.SOURCES, source);
            close();
            close();
        }
        if (item.provision() != null) {
            provision(item.provision());
        }
        open("lom:classification");
        vocabulary("purpose", "educational objective");
        open("lom:taxonPath");
        string("source", ManifestReader.TOPICS);
        open("lom:taxon");
        text("lom:id", item.topic());
        close();
        close();
        close();
        close();
    }

    private static String difficulty(Difficulty difficulty) {
        return switch (difficulty) {
            case EASY -> "easy";
            case MEDIUM -> "medium";
            case HARD -> "difficult";
        };
    }

    /** LOM has no place for laws; its place for remarks with a day is the nearest. */
    private void provision(Bank.Provision provision) throws XMLStreamException {
        open("lom:annotation");
        text("lom:entity", ManifestReader.PROVISION);
        if (provision.checkedOn() != null) {
            open("lom:date");
            text("lom:dateTime", provision.checkedOn().toString());
            close();
        }
        string("description", ManifestReader.REVIEW_BY + provision.reviewBy());
        close();
    }

    private void identifier(String catalog, String entry) throws XMLStreamException {
        open("lom:identifier");
        text("lom:catalog", catalog);
        text("lom:entry", entry);
        close();
    }

    private void vocabulary(String element, String value) throws XMLStreamException {
        open("lom:" + element);
        text("lom:source", "LOMv1.0");
        text("lom:value", value);
        close();
    }

    private void string(String element, String text) throws XMLStreamException {
        open("lom:" + element);
        open("lom:string");
        xml.writeAttribute("language", "en");
        xml.writeCharacters(text);
        close();
        close();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        open(element);
        xml.writeCharacters(text);
        close();
    }
}
