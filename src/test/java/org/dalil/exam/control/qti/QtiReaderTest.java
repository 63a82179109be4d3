package org.dalil.exam.control.qti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.ItemContent;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages from other programs and from people who mean no good: taken, or refused with a reason, item by item. */
class QtiReaderTest {

    private static final BankDefaults DEFAULTS = new BankDefaults("lock", Difficulty.MEDIUM);
    private static final String ITEM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="QUE_1" title="x" adaptive="false" timeDependent="false" xml:lang="en-GB">
              <responseDeclaration identifier="R1" cardinality="single" baseType="identifier"><correctResponse><value>C2</value></correctResponse></responseDeclaration>
              <itemBody>
                <p>Which of
                   these?</p>
                <choiceInteraction responseIdentifier="R1" maxChoices="1"><prompt>Choose <span>one</span>.</prompt>
                  <simpleChoice identifier="C1">First</simpleChoice>
                  <simpleChoice identifier="C2"><p>Second</p></simpleChoice>
                </choiceInteraction>
              </itemBody>
              <modalFeedback identifier="f" outcomeIdentifier="F" showHide="show">Because.</modalFeedback>
            </assessmentItem>
            """;
    private static final String LATER = """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="later" title="x" xml:lang="ckb" time-dependent="false">
              <qti-response-declaration identifier="R" cardinality="multiple" base-type="identifier">
                <qti-correct-response><qti-value>a</qti-value><qti-value>c</qti-value></qti-correct-response></qti-response-declaration>
              <qti-item-body><div>کامانە؟</div>
                <qti-choice-interaction response-identifier="R" max-choices="0">
                  <qti-simple-choice identifier="a">یەک</qti-simple-choice><qti-simple-choice identifier="b">دوو</qti-simple-choice>
                  <qti-simple-choice identifier="c">سێ</qti-simple-choice></qti-choice-interaction></qti-item-body>
              <qti-modal-feedback identifier="f" outcome-identifier="F" show-hide="show"><qti-content-body><p>چونکە.</p></qti-content-body></qti-modal-feedback>
            </qti-assessment-item>
            """;

    private static String manifest(String resources) {
        return "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" identifier=\"m\"><organizations/><resources>" + resources + "</resources></manifest>";
    }

    private static String resource(String href, String version) {
        return "<resource identifier=\"r\" type=\"imsqti_item_xmlv" + version + "\" href=\"" + href + "\"><file href=\"" + href + "\"/></resource>";
    }

    private static Map<String, byte[]> files(String item) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", QtiBanks.bytes(manifest(resource("one.xml", "2p1"))));
        files.put("one.xml", QtiBanks.bytes(item));
        return files;
    }

    private static QtiReader.Reading read(Map<String, byte[]> files) {
        return QtiBanks.read(QtiBanks.zip(files), DEFAULTS);
    }

    private static List<String> refusals(String item) {
        QtiReader.Reading reading = read(files(item));
        assertEquals(List.of(), reading.items(), "nothing half");
        return QtiBanks.refusals(reading);
    }

    private static String packageRefusal(Map<String, byte[]> files) {
        return assertThrows(Refused.class, () -> read(files)).key();
    }

    private static ItemContent taken(String item) {
        QtiReader.Reading reading = read(files(item));
        assertEquals(List.of(), QtiBanks.refusals(reading));
        return reading.items().get(0);
    }

    @Test
    void an_item_of_another_program_is_taken_with_ids_of_ours() {
        ItemContent item = taken(ITEM);
        assertEquals("que-1", item.item().id());
        assertEquals(Quiz.Kind.SINGLE, item.item().kind());
        assertEquals(List.of("a", "b"), item.item().choices());
        assertEquals(List.of("b"), item.item().key());
        assertEquals("lock", item.item().topic());
        assertEquals(Difficulty.MEDIUM, item.item().difficulty());
        assertEquals("Which of these?\n\nChoose one.", item.words().get("en").stem());
        assertEquals(Map.of("a", "First", "b", "Second"), item.words().get("en").choices());
        assertEquals("Because.", item.words().get("en").explanation());
        assertEquals(item, taken(ITEM), "the same again each time");
    }

    @Test
    void qti_2_2_and_3_are_read_like_2_1() {
        assertEquals(taken(ITEM), taken(ITEM.replace("imsqti_v2p1", "imsqti_v2p2")));
        ItemContent later = taken(LATER);
        assertEquals(Quiz.Kind.MULTIPLE, later.item().kind());
        assertEquals(List.of("a", "c"), later.item().key());
        assertEquals("کامانە؟", later.words().get("ckb").stem());
        assertEquals("چونکە.", later.words().get("ckb").explanation());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "choiceInteraction       | hottextInteraction                            | exam.qti.interaction",
        "<p>Which of             | <textEntryInteraction/><p>Which of            | exam.qti.several",
        "<value>C2</value>       | <value>C1</value><value>C2</value>            | exam.qti.keys",
        "<value>C2</value>       | <value>C2</value><value>C2</value>            | exam.qti.keyTwice",
        "<value>C2</value>       | <value>C9</value>                             | exam.qti.keyUnknown",
        "<value>C2</value>       | <!-- none -->                                 | exam.qti.noKey",
        "Interaction responseIdentifier=\"R1\" | Interaction responseIdentifier=\"R2\" | exam.qti.noKey",
        "identifier=\"C2\"       | identifier=\"C1\"                             | exam.qti.choiceTwice",
        "<p>Second</p>           | <p>&#160; </p>                                | exam.qti.noWords",
        "First                   | <b>First</b>                                  | exam.qti.markup",
        "First                   | <img src='x.png' alt='x'/>                    | exam.qti.media",
        "First                   | <object data='x' type='y'/>                   | exam.qti.media",
        "First                   | <printedVariable identifier='x'/>             | exam.qti.template",
        "First                   | <script>alert(1)</script>                     | exam.qti.markup",
        "Because.                | <a href='https://example.org'>x</a>           | exam.qti.markup",
        "Because.                | <!-- none -->                                 | exam.qti.explanation",
        "adaptive=\"false\"      | adaptive=\"true\"                             | exam.qti.template",
        "xml:lang=\"en-GB\"      | lang=\"en\"                                   | exam.qti.noLanguage",
        "en-GB                   | fr                                            | exam.qti.language",
        "en-GB                   | ku                                            | exam.qti.language",
        "QUE_1                   | سؤال                                          | exam.qti.id",
        "imsqti_v2p1             | imsqti_v2p0                                   | exam.qti.namespace",
        "assessmentItem          | assessmentTest                                | exam.qti.namespace",
        "</itemBody>             | <itemBody>                                    | exam.qti.xml",
    })
    void what_an_item_here_cannot_be_is_refused_with_its_reason(String from, String to, String why) {
        assertTrue(ITEM.contains(from), from);
        assertEquals(List.of("one.xml: " + why), refusals(ITEM.replace(from, to)));
    }

    @Test
    void one_choice_nine_choices_and_texts_without_end_are_refused() {
        String first = "<simpleChoice identifier=\"C1\">First</simpleChoice>";
        assertEquals(List.of("one.xml: exam.qti.choices"), refusals(ITEM.replace(first, "")));
        StringBuilder many = new StringBuilder();
        for (int i = 3; i < 11; i++) {
            many.append(first.replace("C1", "C" + i));
        }
        assertEquals(List.of("one.xml: exam.qti.choices"), refusals(ITEM.replace(first, many)));
        assertEquals(List.of("one.xml: exam.qti.long"), refusals(ITEM.replace("Because.", "word ".repeat(900))));
        assertEquals(List.of("one.xml: exam.qti.noStem"), refusals(ITEM.replaceAll("(?s)<p>Which.*?</p>", "").replaceAll("<prompt>.*</prompt>", "")));
        assertEquals(List.of("one.xml: exam.qti.none"), refusals(ITEM.replaceAll("(?s)<choiceInteraction.*</choiceInteraction>", "")));
    }

    @Test
    void an_order_or_pairs_that_are_not_whole_are_refused() {
        String order = ITEM.replace("choiceInteraction", "orderInteraction").replace("\"single\"", "\"ordered\"");
        assertEquals(List.of("one.xml: exam.qti.order"), refusals(order));
        assertEquals(Quiz.Kind.ORDER, taken(order.replace("<value>C2</value>", "<value>C2</value><value>C1</value>")).item().kind());
        String match = ITEM.replaceAll("(?s)<simpleChoice.*</simpleChoice>", """
                <simpleMatchSet><simpleAssociableChoice identifier="A" matchMax="1">x</simpleAssociableChoice>
                <simpleAssociableChoice identifier="B" matchMax="1">y</simpleAssociableChoice></simpleMatchSet>
                <simpleMatchSet><simpleAssociableChoice identifier="X" matchMax="1">1</simpleAssociableChoice>
                <simpleAssociableChoice identifier="Y" matchMax="1">2</simpleAssociableChoice></simpleMatchSet>""").replace("choiceInteraction", "matchInteraction");
        for (String pairs : List.of("<value>A X</value>", "<value>A X</value><value>A Y</value>", "<value>AX</value>")) {
            assertEquals(List.of("one.xml: exam.qti.match"), refusals(match.replace("<value>C2</value>", pairs)));
        }
        ItemContent whole = taken(match.replace("<value>C2</value>", "<value>B X</value><value>A Y</value>"));
        assertEquals(List.of("q", "p"), whole.item().key());
    }

    @Test
    void what_names_no_topic_or_difficulty_is_refused_unless_one_was_chosen_for_it() {
        byte[] zip = QtiBanks.zip(files(ITEM));
        assertEquals(List.of("que-1: exam.qti.noTopic"), QtiBanks.refusals(QtiBanks.read(zip, BankDefaults.NONE)));
        assertEquals(List.of("que-1: exam.qti.noDifficulty"), QtiBanks.refusals(QtiBanks.read(zip, new BankDefaults("lock", null))));
        Map<String, byte[]> named = files(ITEM);
        named.put("imsmanifest.xml", QtiBanks.bytes(manifest(resource("one.xml", "2p1").replace("<file", """
                <metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><educational><difficulty><value>very difficult</value></difficulty></educational>
                <classification><taxonPath><source><string>elsewhere</string></source><taxon><id>science</id></taxon><taxon><id>keep-traces</id></taxon></taxonPath>
                </classification></lom></metadata><file"""))));
        ItemContent item = QtiBanks.read(QtiBanks.zip(named), BankDefaults.NONE).items().get(0);
        assertEquals("keep-traces", item.item().topic());
        assertEquals(Difficulty.HARD, item.item().difficulty());
        named.put("imsmanifest.xml", QtiBanks.bytes(new String(named.get("imsmanifest.xml"), StandardCharsets.UTF_8)
                .replace("elsewhere", "dalil-objective").replace("keep-traces", "nowhere")));
        assertEquals(List.of("one.xml: exam.qti.topic"), QtiBanks.refusals(read(named)));
    }

    @Test
    void an_item_of_which_one_language_is_refused_is_refused_whole() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", QtiBanks.bytes(manifest(resource("q.en.xml", "2p1") + resource("q.ar.xml", "2p1") + resource("p.xml", "2p1"))));
        String q = ITEM.replace("QUE_1", "q.en").replace("en-GB", "en");
        String arabic = ITEM.replace("QUE_1", "q.ar").replace("en-GB", "ar").replace("First", "الأول");
        files.put("q.en.xml", QtiBanks.bytes(q));
        files.put("p.xml", QtiBanks.bytes(ITEM.replace("QUE_1", "p")));
        files.put("q.ar.xml", QtiBanks.bytes(arabic));
        assertEquals(2, read(files).items().get(0).words().size());
        files.put("q.ar.xml", QtiBanks.bytes(arabic.replace("الأول", "<i>الأول</i>")));
        assertEquals(List.of("p"), read(files).items().stream().map(i -> i.item().id()).toList());
        files.put("q.ar.xml", QtiBanks.bytes(arabic.replace("<value>C2", "<value>C1")));
        assertEquals(List.of("q: exam.qti.unlike"), QtiBanks.refusals(read(files)));
        files.put("q.ar.xml", QtiBanks.bytes(q));
        assertEquals(List.of("q.ar.xml: exam.qti.twice"), QtiBanks.refusals(read(files)));
        assertEquals(List.of("p"), read(files).items().stream().map(i -> i.item().id()).toList());
        files.remove("q.ar.xml");
        assertEquals(List.of("q.ar.xml: exam.qti.missing"), QtiBanks.refusals(read(files)));
        assertEquals(List.of("p"), read(files).items().stream().map(i -> i.item().id()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../one.xml", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/one.xml", "a/../../one.xml", "%2e%2e/one.xml", "..\\one.xml", "%zz", "C:one.xml"})
    void a_manifest_that_points_outside_is_refused(String href) {
        Map<String, byte[]> files = files(ITEM);
        files.put("imsmanifest.xml", QtiBanks.bytes(manifest(resource(href, "2p1"))));
        assertEquals(List.of(href + ": exam.qti.outside"), QtiBanks.refusals(read(files)));
    }

    @Test
    void other_versions_and_packages_without_items_are_named() {
        Map<String, byte[]> files = files(ITEM);
        files.put("imsmanifest.xml", QtiBanks.bytes(manifest(resource("one.xml", "2p0") + "<resource type='imsqti_xmlv1p2' href='old.xml'/>")));
        assertEquals(List.of("one.xml: exam.qti.version", "old.xml: exam.qti.version"), QtiBanks.refusals(read(files)));
        files.put("imsmanifest.xml", QtiBanks.bytes(manifest("<resource type='webcontent' href='x.html'/>")));
        assertEquals("exam.qti.nothing", packageRefusal(files));
        files.put("imsmanifest.xml", QtiBanks.bytes("<manifest xmlns='urn:other'/>"));
        assertEquals("exam.qti.manifest", packageRefusal(files));
        files.remove("imsmanifest.xml");
        assertEquals("exam.qti.manifest", packageRefusal(files));
        StringBuilder many = new StringBuilder();
        new java.util.Random(9).longs(QtiReader.MOST + 1).forEach(n -> many.append(resource(Long.toHexString(n) + ".xml", "2p1")));
        files.put("imsmanifest.xml", QtiBanks.bytes(manifest(many.toString())));
        assertEquals("exam.qti.many", packageRefusal(files));
    }

    @Test
    void a_document_type_is_refused_wherever_it_stands_and_nothing_is_fetched_or_unfolded() {
        String declared = ITEM.replace("<assessmentItem", "<!DOCTYPE assessmentItem %s><assessmentItem");
        List<String> attacks = List.of(
                "[<!ENTITY x SYSTEM \"file:///etc/passwd\">]",
                "SYSTEM \"http://127.0.0.1:9/x.dtd\"",
                "[<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]",
                "[<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                        + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY x \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]",
                "");
        for (String attack : attacks) {
            assertEquals(List.of("one.xml: exam.qti.dtd"), refusals(declared.replace("%s", attack).replace("First", "&x;")), attack);
            Map<String, byte[]> files = files(ITEM);
            files.put("imsmanifest.xml", QtiBanks.bytes("<!DOCTYPE manifest " + attack + ">" + manifest(resource("one.xml", "2p1"))));
            assertEquals("exam.qti.dtd", packageRefusal(files), attack);
        }
        assertEquals(List.of("one.xml: exam.qti.xml"), refusals(ITEM.replace("First", "&undeclared;")));
        assertEquals(List.of("one.xml: exam.qti.markup"),
                refusals(ITEM.replace("First", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>")));
    }

    @Test
    void other_encodings_are_refused_however_they_are_declared() {
        Map<String, byte[]> files = files(ITEM);
        for (Map.Entry<String, String> wrong : Map.of("windows-1256", "سؤال", "UTF-16", "x").entrySet()) {
            files.put("one.xml", ITEM.replace("UTF-8", wrong.getKey()).replace("First", wrong.getValue()).getBytes(Charset.forName(wrong.getKey())));
            assertEquals(List.of("one.xml: exam.qti.encoding"), QtiBanks.refusals(read(files)), wrong.getKey());
        }
        files.put("one.xml", QtiBanks.bytes(ITEM.replace("UTF-8", "windows-1256")));
        assertEquals(List.of("one.xml: exam.qti.encoding"), QtiBanks.refusals(read(files)), "a declaration that lies");
        files.put("one.xml", QtiBanks.bytes("\uFEFF" + ITEM));
        assertEquals(1, read(files).items().size(), "a byte order mark does no harm");
    }

    @Test
    void depth_and_size_have_an_end() {
        assertEquals(List.of("one.xml: exam.qti.deep"), refusals(ITEM.replace("First", "<p>".repeat(5000) + "x" + "</p>".repeat(5000))));
        java.util.Random random = new java.util.Random(6);
        StringBuilder noise = new StringBuilder();
        random.ints(600_000, 'a', 'z').forEach(c -> noise.append((char) c));
        assertEquals(List.of("one.xml: exam.qti.package.large"), refusals(ITEM.replace("First", noise)));
        Map<String, byte[]> files = files(ITEM);
        files.put("media/bomb.xml", new byte[3 * 1024 * 1024]);
        assertEquals("exam.qti.package.bomb", packageRefusal(files));
        files.remove("media/bomb.xml");
        files.put("../one.xml", new byte[3]);
        assertEquals("exam.qti.package.name", packageRefusal(files));
        files.remove("../one.xml");
        files.put("media/a picture.png", new byte[3]);
        assertEquals(1, read(files).items().size(), "what no item needs does not matter");
        assertEquals("exam.qti.package.damaged", assertThrows(Refused.class, () -> QtiBanks.read(QtiBanks.bytes("hello"), DEFAULTS)).key());
        byte[] zip = QtiBanks.zip(files(ITEM));
        for (int cut = 1; cut < zip.length; cut += 37) {
            byte[] torn = java.util.Arrays.copyOf(zip, cut);
            assertThrows(Refused.class, () -> QtiBanks.read(torn, DEFAULTS));
        }
    }

    @Test
    void no_spoiled_byte_makes_the_reader_fail() {
        byte[] item = QtiBanks.bytes(ITEM);
        Map<String, byte[]> files = files(ITEM);
        for (int i = 0; i < item.length; i++) {
            byte[] spoiled = item.clone();
            spoiled[i] ^= (byte) (1 << i % 8);
            files.put("one.xml", spoiled);
            QtiReader.Reading reading = read(files);
            assertEquals(1, reading.items().size() + reading.refused().size());
        }
    }
}
