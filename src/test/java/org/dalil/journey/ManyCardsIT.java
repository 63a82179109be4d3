package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.dalil.account.entity.CardCode;
import org.junit.jupiter.api.Test;

/** One address, and a program behind it that never tires. Each test is an address of its own, so that it closes nobody else out. */
class ManyCardsIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final int MOST_CARDS = 600;
    private static final int MOST_WRONG = 120;

    /** A form from this address of the machine. @return the whole answer, uncompressed */
    private static String post(String from, String path, String body, String cookie) {
        URI site = URI.create(SERVER.url("/"));
        try (Socket socket = new Socket(InetAddress.getByName(site.getHost()), site.getPort(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nConnection: close\r\nCookie: v="
                    + cookie + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    private static String newCard(String from) {
        return post(from, "/en/card/new", "course=spot-it&request=" + UUID.randomUUID(), "");
    }

    @Test
    void aProgramIsToldToWaitAndNobodyElseIs() {
        for (int i = 0; i < MOST_CARDS; i++) {
            assertEquals(200, status(newCard("127.0.0.11")), "card " + i);
        }
        String refused = newCard("127.0.0.11");
        assertEquals(409, status(refused));
        assertTrue(refused.contains("Many cards were made from this network in the last hour."), refused);
        assertTrue(refused.contains("href=\"/exit/en\""));
        assertEquals(200, status(newCard("127.0.0.12")));
    }

    /** What the check character finds can't be a guess that succeeds. */
    @Test
    void aRoomThatMistypesIsNotClosedOut() {
        Visitor phone = new Visitor(SERVER);
        Visitor.Fields form = phone.get("/en/card").hidden();
        String cookie = phone.cookies().get("v");
        for (int i = 0; i < MOST_WRONG + 5; i++) {
            String slip = post("127.0.0.13", "/en/card", form.but("code", i % 2 == 0 ? "7KQ2 MX4T R9" : "").encoded(), cookie);
            assertEquals(200, status(slip), "slip " + i);
        }
        post("127.0.0.13", "/en/card/erase", form.but("code", Visitor.withCard(SERVER).code()).encoded(), cookie);
        String code = Visitor.withCard(SERVER).code();
        assertEquals(303, status(post("127.0.0.13", "/en/card", form.but("code", code).encoded(), cookie)));
    }

    /** Codes that might be somebody's: their check character is right. */
    @Test
    void whoGuessesWholeCodesHasToWait() {
        Visitor phone = new Visitor(SERVER);
        Visitor.Fields form = phone.get("/en/card").hidden();
        String cookie = phone.cookies().get("v");
        for (int i = 0; i < MOST_WRONG; i++) {
            byte[] random = new byte[8];
            ThreadLocalRandom.current().nextBytes(random);
            String guess = CardCode.of(random).value();
            String told = post("127.0.0.14", "/en/card", form.but("code", guess).encoded(), cookie);
            assertTrue(told.contains("There is no card with this code."), "guess " + i);
        }
        String told = post("127.0.0.14", "/en/card", form.but("code", Visitor.withCard(SERVER).code()).encoded(), cookie);
        assertTrue(told.contains("too many wrong codes from this network"), told);
        assertEquals(200, status(newCard("127.0.0.14")), "a new card is no guess");
    }
}
