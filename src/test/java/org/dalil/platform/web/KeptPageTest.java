package org.dalil.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class KeptPageTest {

    private static final String HTML = "<head><style>a{color:red}</style></head><p>سلام " + "word ".repeat(500)
            + "<i class=\"~~dot-1~~\"></i><i class=\"~~dot-2~~\"></i><input value=\"~~token~~\"/>"
            + "<input id=\"a\" checked=\"~~mark-a~~\"/><option value=\"2\" selected=\"~~place-c:2~~\">2</option></p>";

    private static final Map<String, String> LEARNER = Map.of("dot-1", "", "dot-2", "f", "token", "abc",
            "mark-a", " checked=\"checked\"", "place-c:2", "");

    private static final String EXPECTED = HTML.replace("~~dot-1~~", "").replace("~~dot-2~~", "f").replace("~~token~~", "abc")
            .replace("~~mark-a~~", "checked").replace(" selected=\"~~place-c:2~~\"", "");

    private final UnaryOperator<String> filling = LEARNER::get;
    private final KeptPage page = new KeptPage(HTML, KeptPage.Part::of);

    @Test
    void gaps_are_filled_and_a_choice_not_made_has_no_attribute() {
        assertEquals(EXPECTED, new String(page.plain(filling), StandardCharsets.UTF_8));
    }

    @Test
    void the_compressed_page_is_the_same_page() throws IOException {
        byte[] compressed = page.compressed(filling);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertEquals(EXPECTED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertTrue(compressed.length < 500, "is " + compressed.length);
    }

    @Test
    void pages_share_their_style() {
        List<String> asked = new ArrayList<>();
        new KeptPage(HTML, text -> {
            asked.add(text);
            return KeptPage.Part.of(text);
        });
        assertEquals(List.of("<head><style>a{color:red}</style>"), asked);
    }
}
