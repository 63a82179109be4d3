package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a program sends and no browser, and addresses that the container answers: the way out is there, and nothing of the inside. */
class BrokenFormIT {

    private static final DalilServer SERVER = DalilServer.shared();

    /** Addresses that people have open, with the language that is read there; all four where none is known. */
    private static final Map<String, String> PAGES = Map.of("/ckb/card", "ckb", "/ar/words", "ar", "/kmr/nothing", "kmr", "/en/verify", "en",
            "/ar/c/spot-it/before/1", "ar", "/verify/file/kmr", "kmr", "/staff/sign-in.xhtml", "en", "/status/ready", "en", "/calendar/ar", "ar");

    private static String fields(int many) {
        return IntStream.range(0, many).mapToObj(i -> "f" + i + "=x").collect(Collectors.joining("&"));
    }

    private static void send(List<Executable> checks, String what, String body, String... headers) {
        PAGES.forEach((path, language) -> {
            Visitor.Answer answer = new Visitor(SERVER).send("POST", path, body, headers);
            checks.add(() -> assertTold(path + " " + what, answer, language));
        });
    }

    private static void assertTold(String where, Visitor.Answer answer, String language) {
        assertTrue(answer.status() >= 400 && answer.status() < 500, where + " " + answer.status());
        assertAll(where, () -> AttackIT.assertSafe(where, answer),
                () -> assertEquals("no-store", answer.header("Cache-Control")),
                () -> assertTrue(answer.body().contains("href=\"/exit/" + language + "\""), answer.body()),
                () -> assertTrue(answer.body().contains("lang=\"" + language + "\""), answer.body()),
                () -> assertTrue(answer.body().contains("<h1"), answer.body()),
                () -> assertFalse(answer.body().matches("(?s).*(Exception|\\bat [a-z]+\\.|UT0).*"), answer.body()));
    }

    @Test
    void aFormThatCannotBeReadIsRefusedOnAPageWithTheWayOut() throws IOException {
        List<Executable> checks = new ArrayList<>();
        send(checks, "with 3,500 fields", fields(3500));
        send(checks, "with one huge field", "code=" + "x".repeat(1_200_000));
        String brokenOff = "--x\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nab";
        for (String type : List.of("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=y")) {
            for (String path : List.of("/ckb/card", "/ar/c/spot-it/before/1", "/kmr/nothing", "/en/verify")) {
                Visitor.Answer answer = new Visitor(SERVER).send("POST", path, brokenOff, "Content-Type", type);
                checks.add(() -> assertTold(path + " " + type, answer, path.split("/")[1]));
            }
            for (String path : List.of("/verify/file/kmr", "/staff/sign-in.xhtml")) {
                Visitor.Answer answer = new Visitor(SERVER).send("POST", path, brokenOff, "Content-Type", type);
                checks.add(() -> assertTrue(answer.status() < 500, path + " " + type + " " + answer.status()));
                checks.add(() -> assertTrue(answer.status() == 303 || answer.body().contains("href=\"/exit/"), path + " " + type));
            }
        }
        assertAll(checks);
        assertFalse(Files.readString(SERVER.console()).contains("ParameterLimitException"), "no page of stack in the log");
    }

    /** Whatever is sent to it. */
    @Test
    void theWayOutIsOpenToBrokenFormsToo() {
        Visitor.Answer exit = new Visitor(SERVER).send("POST", "/exit/ar", fields(3500));
        assertEquals(303, exit.status());
        assertEquals("/calendar/ar", exit.location());
    }

    @Test
    void aLanguageAloneLeadsToItsStartPage() {
        for (String language : List.of("en", "ar", "ckb", "kmr")) {
            Visitor.Answer answer = new Visitor(SERVER).get("/" + language);
            assertEquals(List.of(303, "/" + language + "/"), List.of(answer.status(), answer.location()));
            AttackIT.assertSafe("/" + language, answer);
        }
        assertEquals(404, new Visitor(SERVER).get("/xx").status());
        assertEquals(404, new Visitor(SERVER).get("/en;x").status());
    }

    /** A directory of the program without its slash, which the container leads on before any filter. */
    @Test
    void whatTheContainerLeadsOnCarriesTheSafetyHeaders() {
        List<Executable> checks = new ArrayList<>();
        for (String path : List.of("/staff", "/staff/course", "/staff/workshop", "/learn", "/resources", "/resources/js", "/staff/")) {
            Visitor.Answer answer = new Visitor(SERVER).get(path);
            checks.add(() -> AttackIT.assertSafe(path, answer));
            checks.add(() -> assertEquals("no-store", answer.header("Cache-Control"), path));
            checks.add(() -> assertEquals("", answer.header("Retry-After"), path));
        }
        assertAll(checks);
    }
}
