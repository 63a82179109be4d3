package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who gets what at which address. An address without a row here fails: somebody has to have thought about it. */
class RouteMatrixIT {

    private static final DalilServer SERVER = DalilServer.shared();

    /** What an address answers: to read it and to send a bare form with the right token, without a card and with one. */
    private record Row(String example, int visitorReads, int holderReads, int visitorSends, int holderSends) { }

    private static final Map<String, Row> TABLE = table();

    private static Map<String, Row> table() {
        Map<String, Row> table = new HashMap<>();
        // pattern                                   example                     reads     sends
        table.put("",                                new Row("",                 200, 200, 405, 405));
        table.put("/",                               new Row("/",                200, 200, 405, 405));
        table.put("/go",                             new Row("/go",              303, 303, 405, 405));
        table.put("/exit",                           new Row("/exit",            200, 200, 405, 405));
        table.put("/words",                          new Row("/words",           200, 200, 405, 405));
        table.put("/sources",                        new Row("/sources",         200, 200, 405, 405));
        table.put("/sheets",                         new Row("/sheets",          200, 200, 405, 405));
        table.put("/sheets/{sheet}",                 new Row("/sheets/my-plan",  200, 200, 405, 405));
        table.put("/for/{audience}/sheets",          new Row("/for/teens/sheets", 200, 200, 405, 405));
        table.put("/help",                           new Row("/help",            200, 200, 405, 405));
        table.put("/help/{region}",                  new Row("/help/world",      200, 200, 405, 405));
        table.put("/help/{region}/{audience}",       new Row("/help/krd/teens",  200, 200, 405, 405));
        table.put("/for/{audience}",                 new Row("/for/teens",       200, 200, 405, 405));
        table.put("/c/{course}",                     new Row("/c/spot-it",       200, 200, 405, 405));
        table.put("/c/{course}/card",                new Row("/c/spot-it/card",  200, 303, 405, 405));
        table.put("/c/{course}/{module}",            new Row("/c/spot-it/2",     200, 200, 405, 405));
        table.put("/c/{course}/{module}/{card}",     new Row("/c/spot-it/1/1",   200, 200, 303, 303));
        table.put("/c/{course}/{module}/chat",       new Row("/c/spot-it/1/chat", 200, 200, 200, 303));
        table.put("/c/{course}/before",              new Row("/c/spot-it/before", 303, 200, 303, 303));
        table.put("/c/{course}/after",               new Row("/c/spot-it/after", 303, 200, 303, 303));
        table.put("/c/{course}/before/{question}",   new Row("/c/spot-it/before/1", 303, 200, 409, 409));
        table.put("/c/{course}/after/{question}",    new Row("/c/spot-it/after/1", 303, 303, 409, 409));
        table.put("/c/{course}/before/end/questions", new Row("/c/spot-it/before/end/questions", 303, 200, 303, 303));
        table.put("/c/{course}/after/end/questions", new Row("/c/spot-it/after/end/questions", 303, 303, 303, 409));
        table.put("/c/{course}/result",              new Row("/c/spot-it/result", 303, 303, 405, 405));
        table.put("/room",                           new Row("/room",            200, 200, 409, 200));
        table.put("/card",                           new Row("/card",            200, 200, 409, 200));
        table.put("/card/new",                       new Row("/card/new",        404, 404, 404, 404));
        table.put("/card/erase",                     new Row("/card/erase",      200, 200, 409, 200));
        table.put("/verify",                         new Row("/verify",          200, 200, 200, 200));
        table.put("/exam/certificates",              new Row("/exam/certificates", 303, 303, 405, 405));
        table.put("/leave",                          new Row("/leave",           200, 200, 303, 303));
        String some = "019ad000-0000-7000-8000-00000000dead";
        table.put("/exam",                           new Row("/exam",            200, 200, 409, 200));
        table.put("/exam/invitation",                new Row("/exam/invitation", 200, 200, 409, 200));
        table.put("/exam/desk",                      new Row("/exam/desk",       303, 303, 303, 303));
        table.put("/exam/path",                      new Row("/exam/path",       303, 303, 303, 303));
        table.put("/exam/code",                      new Row("/exam/code",       303, 303, 303, 303));
        table.put("/exam/factor",                    new Row("/exam/factor",     303, 303, 303, 303));
        table.put("/exam/room",                      new Row("/exam/room",       200, 200, 409, 200));
        table.put("/exam/session/{session}",         new Row("/exam/session/" + some, 303, 303, 303, 303));
        table.put("/exam/sitting/{sitting}",         new Row("/exam/sitting/" + some, 303, 303, 303, 303));
        table.put("/exam/sitting/{sitting}/{question}", new Row("/exam/sitting/" + some + "/1", 303, 303, 303, 303));
        return table;
    }

    /** All routes that the deployed classes know, found by looking at every class that is one of {@link Routes}. */
    private static List<Route> deployed() throws IOException, ReflectiveOperationException {
        Path classes = Path.of("target", "classes");
        List<Route> routes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Routes.class")).toList()) {
                String name = classes.relativize(file).toString().replace('/', '.').replace('\\', '.').replace(".class", "");
                Class<?> type = Class.forName(name);
                if (Routes.class.isAssignableFrom(type) && !type.isInterface()) {
                    routes.addAll(((Routes) type.getDeclaredConstructor().newInstance()).routes());
                }
            }
        }
        return routes;
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() throws Exception {
        TreeSet<String> patterns = new TreeSet<>(deployed().stream().map(Route::pattern).toList());
        assertEquals(patterns, new TreeSet<>(TABLE.keySet()));
        assertTrue(patterns.size() >= 20, patterns.toString());
    }

    @Test
    void everyRouteOfLearnersAnswersAsTheTableSays() throws Exception {
        List<Executable> checks = new ArrayList<>();
        for (Route route : deployed()) {
            Row row = TABLE.get(route.pattern());
            if (row == null) {
                continue;
            }
            String path = route.pattern().isEmpty() ? "/" : "/en" + row.example();
            Visitor visitor = new Visitor(SERVER);
            checks.add(same(path + " read by a visitor", row.visitorReads(), visitor.get(path)));
            Visitor sender = new Visitor(SERVER);
            checks.add(same(path + " sent by a visitor", row.visitorSends(), sender.post(path, new Visitor.Fields())));
            Visitor.Holder reader = Visitor.withCard(SERVER);
            reader.begin("before");
            checks.add(same(path + " read by a card's holder", row.holderReads(), reader.visitor().get(path)));
            Visitor.Holder holder = Visitor.withCard(SERVER);
            holder.begin("before");
            Visitor.Fields token = new Visitor.Fields().with("token", holder.visitor().get("/en/leave").hidden().get("token"));
            checks.add(same(path + " sent by a card's holder", row.holderSends(), holder.visitor().post(path, token)));
        }
        assertAll(checks);
    }

    private static Executable same(String what, int expected, Visitor.Answer answer) {
        return () -> assertEquals(expected, answer.status(), what);
    }

    @Test
    void noPageFileOfLearnersIsReachedByItsName() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "webapp", "learn"))) {
            for (Path file : files.toList()) {
                for (String prefix : List.of("/learn/", "/en/learn/", "/")) {
                    assertEquals(404, new Visitor(SERVER).get(prefix + file.getFileName()).status(), file.toString());
                }
            }
        }
    }

    @Test
    void staffPagesShowNothingToVisitorsAndToHoldersOfCards() throws IOException {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        TreeMap<String, String> wrong = new TreeMap<>();
        Path root = Path.of("src", "main", "webapp");
        try (Stream<Path> files = Files.walk(root.resolve("staff"))) {
            List<Path> pages = files.filter(f -> f.toString().endsWith(".xhtml")).toList();
            assertTrue(pages.size() >= 6, pages.toString());
            for (Path page : pages) {
                String path = "/" + root.relativize(page).toString().replace('\\', '/');
                for (Visitor somebody : List.of(new Visitor(SERVER), holder.visitor())) {
                    for (String method : List.of("GET", "POST")) {
                        Visitor.Answer answer = somebody.withSameCookie().send(method, path, method.equals("POST") ? "form=form" : null);
                        boolean signIn = path.equals("/staff/sign-in.xhtml");
                        boolean right = signIn ? answer.status() == 200
                                : answer.status() == 303 && answer.location().equals("/staff/sign-in.xhtml");
                        if (!right) {
                            wrong.put(method + " " + path, answer.status() + " " + answer.location());
                        }
                        assertFalse(answer.body().contains("sign-out"), path);
                    }
                }
            }
        }
        assertEquals(Map.of(), wrong);
    }
}
