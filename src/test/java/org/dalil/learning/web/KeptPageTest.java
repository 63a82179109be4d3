package org.dalil.learning.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class KeptPageTest {

    private static final String HTML = "<p>سلام " + "word ".repeat(500) + "<i class=\"~~dot-1~~\"></i><i class=\"~~dot-2~~\"></i><input value=\"~~token~~\"></p>";

    private static byte[] bytes(String method, KeptPage page, String token, long seen)
            throws NoSuchMethodException, InvocationTargetException, IllegalAccessException {
        Method m = KeptPage.class.getDeclaredMethod(method, String.class, long.class);
        m.setAccessible(true);
        return (byte[]) m.invoke(page, token, seen);
    }

    @Test
    void gaps_are_filled_and_the_compressed_page_is_the_same() throws ReflectiveOperationException, IOException {
        KeptPage page = KeptPage.of(HTML);
        String expected = HTML.replace("~~dot-1~~", "").replace("~~dot-2~~", "f").replace("~~token~~", "abc");
        assertEquals(expected, new String(bytes("plain", page, "abc", 0b10), StandardCharsets.UTF_8));
        byte[] compressed = bytes("compressed", page, "abc", 0b10);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertEquals(expected, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertTrue(compressed.length < 400, "is " + compressed.length);
    }
}
