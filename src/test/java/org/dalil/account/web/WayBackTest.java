package org.dalil.account.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTest {

    private static final String ROOM = "/staff/workshop/room.xhtml?w=019ad000-0000-7000-8000-000000000001";

    @Test
    void a_page_about_one_thing_is_come_back_to() {
        assertEquals(ROOM, WayBack.of(ROOM).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/staff/", "/staff/workshop/room.xhtml", "https://elsewhere.example" + ROOM, "//elsewhere.example" + ROOM,
        "\\\\elsewhere.example" + ROOM, ROOM + "&lang=ar", ROOM + "\r\nSet-Cookie: a=b", ROOM + "\n", "/staff/../en/" + ROOM, "/staff;x/workshop/room.xhtml?w="
        + "019ad000-0000-7000-8000-000000000001", "/exit/en?w=019ad000-0000-7000-8000-000000000001", "javascript:alert(1)", ROOM + "'><svg onload=alert(1)>"})
    void nothing_else_is(String named) {
        assertTrue(WayBack.of(named).isEmpty(), named);
    }
}
