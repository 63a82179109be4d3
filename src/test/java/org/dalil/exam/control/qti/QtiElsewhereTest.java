package org.dalil.exam.control.qti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dalil.assessment.entity.Response;
import org.dalil.authoring.BankImport;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.entity.ItemContent;
import org.junit.jupiter.api.Test;
import uk.ac.ed.ph.jqtiplus.JqtiExtensionManager;
import uk.ac.ed.ph.jqtiplus.reading.QtiXmlReader;
import uk.ac.ed.ph.jqtiplus.resolution.AssessmentObjectResolver;
import uk.ac.ed.ph.jqtiplus.running.ItemProcessingInitializer;
import uk.ac.ed.ph.jqtiplus.running.ItemSessionController;
import uk.ac.ed.ph.jqtiplus.running.ItemSessionControllerSettings;
import uk.ac.ed.ph.jqtiplus.state.ItemSessionState;
import uk.ac.ed.ph.jqtiplus.types.Identifier;
import uk.ac.ed.ph.jqtiplus.types.StringResponseData;
import uk.ac.ed.ph.jqtiplus.validation.AssessmentObjectValidator;
import uk.ac.ed.ph.jqtiplus.validation.ItemValidationResult;
import uk.ac.ed.ph.jqtiplus.xmlutils.locators.ResourceLocator;

/** What we write, in the hands of JQTI+, which nobody here wrote: valid by the specification's schema and rules, and marked as here. */
class QtiElsewhereTest {

    private static final JqtiExtensionManager EXTENSIONS = new JqtiExtensionManager();
    private static final QtiXmlReader READER = new QtiXmlReader(EXTENSIONS, new uk.ac.ed.ph.jqtiplus.xmlutils.SimpleSchemaCache());

    private final Random random = new Random(21);

    private static ItemValidationResult validated(byte[] file) throws Exception {
        URI here = URI.create("test:/item.xml");
        ResourceLocator files = uri -> uri.equals(here) ? new ByteArrayInputStream(file)
                : QtiXmlReader.JQTIPLUS_PARSER_RESOURCE_LOCATOR.findResource(uri);
        var parsed = READER.read(here, files, true).getXmlParseResult();
        assertEquals(List.of(), parsed.getErrors(), () -> new String(file));
        assertTrue(parsed.isSchemaValid(), parsed.toString());
        ItemValidationResult result = new AssessmentObjectValidator(EXTENSIONS).validateItem(
                new AssessmentObjectResolver(READER.createQtiObjectReader(files, true)).resolveAssessmentItem(here));
        assertEquals(List.of(), result.getErrors(), () -> new String(file));
        assertEquals(List.of(), result.getWarnings(), () -> new String(file));
        return result;
    }

    /** What JQTI+ gives for an answer. */
    private static double score(ItemValidationResult item, List<String> answer) {
        Date now = new Date(0);
        ItemSessionState state = new ItemSessionState();
        ItemSessionController session = new ItemSessionController(EXTENSIONS, new ItemSessionControllerSettings(),
                new ItemProcessingInitializer(item).initialize(), state);
        session.initialize(now);
        session.performTemplateProcessing(now);
        session.enterItem(now);
        assertTrue(session.bindResponses(now, Map.of(Identifier.assumedLegal("RESPONSE"), new StringResponseData(answer))), "it can be answered so");
        session.commitResponses(now);
        session.performResponseProcessing(now);
        return Double.parseDouble(state.getOutcomeValue(Identifier.assumedLegal("SCORE")).toQtiString());
    }

    @Test
    void every_item_is_valid_and_its_key_is_worth_a_full_point() throws Exception {
        for (int n = 0; n < 60; n++) {
            ItemContent item = QtiBanks.item(random, n % 2 == 0 ? "item-" + n : String.valueOf(n));
            for (Map.Entry<String, byte[]> file : new BankImport().unpack(QtiWriter.write(List.of(item))).files().entrySet()) {
                if (!file.getKey().equals(ManifestReader.NAME)) {
                    check(item.item(), validated(file.getValue()));
                }
            }
        }
    }

    private void check(Bank.Item item, ItemValidationResult valid) {
        List<String> key = item.kind() == Quiz.Kind.MATCH ? pairs(item, item.key()) : item.key().stream().map(IdText::written).toList();
        assertEquals(1, score(valid, key), 1e-9, item.toString());
        List<String> given = given(item);
        List<String> written = item.kind() == Quiz.Kind.MATCH ? pairs(item, given) : given.stream().map(IdText::written).toList();
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            marks.add(item.kind() == Quiz.Kind.MATCH ? item.choices().get(i) + ":" + given.get(i) : given.get(i));
        }
        double here = new Response(String.join(",", marks), false).points(item);
        double whole = item.kind() == Quiz.Kind.ORDER && here < 1 ? 0 : here;
        assertEquals(whole, score(valid, written), 1e-9, item + " answered " + marks);
    }

    private static List<String> pairs(Bank.Item item, List<String> right) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            pairs.add(IdText.written(item.choices().get(i)) + " " + IdText.writtenRight(right.get(i), item.choices()));
        }
        return pairs;
    }

    /** An answer by chance. */
    private List<String> given(Bank.Item item) {
        List<String> shuffled = new ArrayList<>(item.choices());
        java.util.Collections.shuffle(shuffled, random);
        return switch (item.kind()) {
            case MATCH -> item.choices().stream().map(c -> item.right().get(random.nextInt(item.right().size()))).toList();
            case ORDER -> shuffled;
            case MULTIPLE -> shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
            default -> shuffled.subList(0, 1);
        };
    }
}
