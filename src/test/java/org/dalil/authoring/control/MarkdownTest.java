package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static String html(String text) {
        return Markdown.html(Markdown.parse(text));
    }

    @Test
    void what_an_author_writes_as_html_is_shown_and_not_obeyed() {
        assertEquals("<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;</p>", html("<img src=x onerror=alert(1)> & \"more\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "http://example.org", "//example.org",
        "https://a@b.example", "glossary:a\"b", "mailto:a@b", "vbscript:x", "help:x", "https://xn--e.example/%22><script>"})
    void other_addresses_are_not_even_rendered(String address) {
        assertFalse(SafeAddress.isSafe(address));
        assertEquals("<p><a>x</a></p>", html("[x](<" + address.replace("<", "\\<").replace(">", "\\>") + ">)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"glossary:two-step", "help:", "source:thorn24", "course:T10", "https://report.cybertip.org/",
        "https://support.example.com/en/a?b=c&d=%20#e"})
    void our_own_addresses_are(String address) {
        assertTrue(SafeAddress.isSafe(address));
    }

    @Test
    void no_attribute_but_the_address_survives() {
        assertEquals("<p><a href=\"help:\">x</a></p>\n<ol>\n<li>y</li>\n</ol>", html("[x](help: \"title\")\n\n3. y"));
        assertEquals("<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>",
                html("| a |\n|:-:|\n| b |"));
    }
}
