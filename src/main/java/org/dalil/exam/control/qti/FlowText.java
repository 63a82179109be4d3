package org.dalil.exam.control.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dalil.platform.entity.Refused;

/**
 * Plain words as QTI writes them: paragraphs, lines in them, and {@code pre} where spaces count. Other spaces mean nothing more
 * than one, as everywhere in XML.
 */
final class FlowText {

    /** Letters; an item of ours has no more. */
    static final int LONGEST = 4000;

    private static final Set<String> BLOCKS = Set.of("p", "div", "prompt", "pre", "contentBody");
    private static final Set<String> MEDIA = Set.of("img", "object", "picture", "audio", "video", "svg", "source", "iframe", "mediaInteraction");

    /** Stand for white space that counts until the rest is tidied; not characters, so that no text can hold them. */
    private static final String LITERAL_SPACE = "\uFDD0";
    private static final String LITERAL_LINE = "\uFDD1";
    private static final String LITERAL_TAB = "\uFDD2";

    private final List<StringBuilder> paragraphs = new ArrayList<>(List.of(new StringBuilder()));

    private FlowText() { }

    /** The words within elements. @throws Refused if there is more than words */
    static String of(List<?> nodes) {
        FlowText flow = new FlowText();
        nodes.forEach(flow::read);
        List<String> written = new ArrayList<>();
        for (StringBuilder paragraph : flow.paragraphs) {
            String text = tidied(paragraph.toString());
            if (!text.isEmpty()) {
                written.add(text);
            }
        }
        String text = String.join("\n\n", written).replace(LITERAL_SPACE, " ").replace(LITERAL_LINE, "\n").replace(LITERAL_TAB, "\t");
        if (text.length() > LONGEST) {
            throw new Refused("exam.qti.long", LONGEST);
        }
        return text;
    }

    private void read(Object node) {
        if (node instanceof String text) {
            last().append(withoutNonCharacters(text).replaceAll("[ \t\r\n]+", " "));
            return;
        }
        XmlElement element = (XmlElement) node;
        if (element.name().equals("br")) {
            last().append('\n');
        } else if (element.name().equals("pre")) {
            paragraphs.add(new StringBuilder(literal(element)));
            paragraphs.add(new StringBuilder());
        } else if (BLOCKS.contains(element.name())) {
            paragraphs.add(new StringBuilder());
            element.children().forEach(this::read);
            paragraphs.add(new StringBuilder());
        } else if (element.name().equals("span")) {
            element.children().forEach(this::read);
        } else {
            throw refusal(element.name());
        }
    }

    private static Refused refusal(String element) {
        return MEDIA.contains(element) ? new Refused("exam.qti.media")
                : element.startsWith("printedVariable") || element.startsWith("template") ? new Refused("exam.qti.template")
                : new Refused("exam.qti.markup", element);
    }

    private StringBuilder last() {
        return paragraphs.get(paragraphs.size() - 1);
    }

    private static String literal(XmlElement pre) {
        StringBuilder text = new StringBuilder();
        for (Object child : pre.children()) {
            if (child instanceof XmlElement e) {
                if (!e.name().equals("br")) {
                    throw refusal(e.name());
                }
                text.append('\n');
            } else {
                text.append(withoutNonCharacters(child.toString()));
            }
        }
        return text.toString().replace(" ", LITERAL_SPACE).replace("\n", LITERAL_LINE).replace("\t", LITERAL_TAB);
    }

    private static String withoutNonCharacters(String text) {
        return text.replaceAll("[\uFDD0-\uFDEF]", "");
    }

    private static String tidied(String text) {
        return text.replaceAll("[ \t\r]+", " ").replaceAll(" ?\n ?", "\n").replaceAll("^[ \n]+|[ \n]+$", "");
    }

    /** What of a text can be written at all: XML has one kind of line end, and no place for most control characters. */
    static String kept(String text) {
        StringBuilder kept = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().filter(FlowText::isWritable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isWritable(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c < 0xFDD0 || c > 0xFDEF && c <= 0xFFFD || c > 0xFFFF;
    }

    /** Writes words so that {@link #of} reads them again, letter by letter. */
    static void write(XMLStreamWriter xml, String text) throws XMLStreamException {
        String kept = kept(text);
        List<String> written = List.of(kept.split("\n\n", -1));
        boolean plain = written.stream().allMatch(p -> !p.isEmpty() && tidied(p).equals(p));
        if (!plain) {
            xml.writeStartElement("pre");
            xml.writeCharacters(kept);
            xml.writeEndElement();
            return;
        }
        for (String paragraph : written) {
            xml.writeStartElement("p");
            String[] lines = paragraph.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    xml.writeEmptyElement("br");
                }
                xml.writeCharacters(lines[i]);
            }
            xml.writeEndElement();
        }
    }
}
