package org.dalil.exam.control.qti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dalil.course.entity.Bank;
import org.dalil.exam.entity.ItemContent;

/** Writes a bank as a QTI 2.1 content package: a file for each item and language, and a manifest that says what they are. */
public final class QtiWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    /** 1 January 1980 is where zip's days begin: a package says nothing of when it was made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private QtiWriter() { }

    private interface Part {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** The same bytes for the same items. @param items of which no two have the same id */
    public static byte[] write(List<ItemContent> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, ManifestReader.NAME, xml -> new ManifestWriter(xml).write(items));
            for (ItemContent item : items) {
                for (String language : item.words().keySet()) {
                    put(zip, ManifestWriter.path(item.item().id(), language), xml -> new ItemWriter(xml, item, language).write());
                }
            }
        } catch (IOException | XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, Part part) throws IOException, XMLStreamException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        XMLStreamWriter xml = FACTORY.createXMLStreamWriter(file, "UTF-8");
        part.write(xml);
        xml.close();
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(file.toByteArray());
        zip.closeEntry();
    }

    /** The same item as it is read back: without what XML has no place for. */
    public static ItemContent kept(ItemContent content) {
        Map<String, Bank.ItemWords> words = new LinkedHashMap<>();
        content.words().forEach((language, w) -> words.put(language, new Bank.ItemWords(FlowText.kept(w.stem()), kept(w.choices()), kept(w.right()),
                FlowText.kept(w.explanation()))));
        return new ItemContent(content.item(), words);
    }

    private static Map<String, String> kept(Map<String, String> texts) {
        Map<String, String> kept = new LinkedHashMap<>();
        texts.forEach((id, text) -> kept.put(id, FlowText.kept(text)));
        return kept;
    }
}
