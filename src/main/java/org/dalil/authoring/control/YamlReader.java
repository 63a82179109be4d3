package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Reads the small part of YAML that the curriculum needs: maps, lists, text, whole numbers, true and false. Built on the
 * parser's events because {@code y}, {@code no}, {@code 012} and {@code 1e5} are ids and words here, and aliases, anchors
 * and tags are no use to an author and a danger to everyone else.
 */
final class YamlReader {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final int DEEPEST = 12;
    private static final String CURLY = "“”„‟";

    /** What word processors make of quotes; they would be read as part of the text, or as its end at the first comma. */
    static final String CURLY_QUOTES = "curly quotes do not hold a text together; write straight ones (\") at its beginning and at its end";

    private static final Pattern COMMENT = Pattern.compile("\\s+#.*");

    private final List<String> lines;
    private final Iterator<Event> events;

    /** What can't be read, with its line, counted from 1. */
    static final class Unreadable extends Exception {

        private final int line;

        Unreadable(int line, String sentence) {
            super(sentence, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private YamlReader(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CourseFiles.LARGEST_FILE);
        lines = text.lines().toList();
        events = new Yaml(options).parse(new StringReader(text)).iterator();
    }

    /**
     * @return the map that the text holds
     * @throws Unreadable if it holds anything else
     */
    static ObjectNode read(String text) throws Unreadable {
        try {
            return new YamlReader(text).document();
        } catch (MarkedYAMLException broken) {
            throw YamlFault.of(text, broken);
        } catch (YAMLException broken) {
            throw new Unreadable(1, "the file contains a character that can't be read; save it as plain UTF-8 text");
        }
    }

    private ObjectNode document() throws Unreadable {
        events.next();
        Event first = events.next();
        if (first instanceof StreamEndEvent) {
            throw new Unreadable(1, "the file is empty");
        }
        JsonNode root = value(events.next(), 0);
        Event end = events.next();
        if (end instanceof DocumentEndEvent) {
            end = events.next();
        }
        if (end instanceof DocumentStartEvent) {
            throw new Unreadable(line(end), "a second document begins here; remove the line ---");
        }
        if (root instanceof ObjectNode map) {
            return map;
        }
        throw new Unreadable(1, "the file must consist of names, each with a colon and a value");
    }

    private JsonNode value(Event event, int depth) throws Unreadable {
        refuseTricks(event, depth);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        return event instanceof MappingStartEvent ? map(depth) : list(depth);
    }

    private static void refuseTricks(Event event, int depth) throws Unreadable {
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw new Unreadable(line(event), "anchors and aliases (& and *) are not allowed; put quotes around the text");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent start && start.getTag() != null;
        if (tagged) {
            throw new Unreadable(line(event), "tags (!) are not allowed; put quotes around the text");
        }
        if (depth > DEEPEST) {
            throw new Unreadable(line(event), "this is nested too deeply; nothing in courses/ is");
        }
    }

    private ObjectNode map(int depth) throws Unreadable {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            refuseTricks(event, depth);
            if (!(event instanceof ScalarEvent name)) {
                throw new Unreadable(line(event), "a name is expected before the colon");
            }
            if (map.has(name.getValue())) {
                throw new Unreadable(line(event), "\"" + name.getValue() + "\" stands here twice; keep one");
            }
            map.set(name.getValue(), value(events.next(), depth + 1));
        }
        return map;
    }

    private ArrayNode list(int depth) throws Unreadable {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            list.add(value(event, depth + 1));
        }
        return list;
    }

    private JsonNode scalar(ScalarEvent scalar) throws Unreadable {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return TextNode.valueOf(text);
        }
        if (!text.isEmpty() && CURLY.indexOf(text.charAt(0)) >= 0) {
            throw new Unreadable(line(scalar), CURLY_QUOTES);
        }
        if (text.indexOf(' ') > 0 && COMMENT.matcher(after(scalar)).matches()) {
            throw new Unreadable(line(scalar), "what follows # is no part of the text; put straight quotes (\") around the whole text");
        }
        if (WHOLE_NUMBER.matcher(text).matches()) {
            return IntNode.valueOf(Integer.parseInt(text));
        }
        return switch (text) {
            case "true", "false" -> BooleanNode.valueOf(text.equals("true"));
            case "", "~", "null" -> NullNode.getInstance();
            default -> TextNode.valueOf(text);
        };
    }

    /** The rest of the line on which a text ends. */
    private String after(ScalarEvent scalar) {
        int line = scalar.getEndMark().getLine();
        String whole = line < lines.size() ? lines.get(line) : "";
        int column = Math.min(scalar.getEndMark().getColumn(), whole.codePointCount(0, whole.length()));
        return whole.substring(whole.offsetByCodePoints(0, column));
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
    }
}
