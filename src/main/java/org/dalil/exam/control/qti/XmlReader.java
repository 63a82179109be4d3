package org.dalil.exam.control.qti;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dalil.platform.entity.Refused;

/**
 * Reads XML from people who may mean no good: UTF-8 only, no document type and so no entity of its own, nothing from elsewhere,
 * and no deeper than a question is. How large it may be is the package's business.
 */
final class XmlReader {

    /** Elements within each other. An item needs ten. */
    private static final int DEEPEST = 40;
    private static final String QTI_3 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
    private static final XMLInputFactory FACTORY = factory();

    private XmlReader() { }

    /** The one of the JDK, whatever else the server brings: what is set here is known to hold for it. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** @throws Refused if it is no XML that is read here */
    static XmlElement read(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            String encoding = xml.getCharacterEncodingScheme();
            if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8") && !encoding.toUpperCase(Locale.ROOT).equals("US-ASCII")) {
                throw new Refused("exam.qti.encoding");
            }
            return tree(xml);
        } catch (CharacterCodingException notUtf8) {
            throw new Refused("exam.qti.encoding");
        } catch (XMLStreamException broken) {
            throw new Refused("exam.qti.xml", broken.getLocation() == null ? 1 : Math.max(1, broken.getLocation().getLineNumber()));
        }
    }

    private static XmlElement tree(XMLStreamReader xml) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(xml);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children().add(element);
                    }
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw new Refused("exam.qti.deep");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().children().add(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                        throw new Refused("exam.qti.dtd");
                default -> { }
            }
        }
        return root;
    }

    private static XmlElement element(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        boolean three = namespace.equals(QTI_3);
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            String prefix = "http://www.w3.org/XML/1998/namespace".equals(xml.getAttributeNamespace(i)) ? "xml:" : "";
            attributes.put(prefix + (three ? camel(name) : name), xml.getAttributeValue(i));
        }
        String name = xml.getLocalName();
        return new XmlElement(namespace, three && name.startsWith("qti-") ? camel(name.substring(4)) : name, attributes, new ArrayList<>());
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("-")) {
            camel.append(camel.isEmpty() || part.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }
}
