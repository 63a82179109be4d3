package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.account.entity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.function.Executable;

/** Staff at a browser: the way in, every page as a picture and with axe-core, and who may open what. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaffIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final String OWN = "seven quiet rivers at noon";

    /** Pages for whoever is not in yet, or for everybody who is. */
    private static final Set<String> EVERYBODYS = Set.of("/staff/sign-in.xhtml", "/staff/second-factor.xhtml",
            "/staff/enrol-factor.xhtml", "/staff/password.xhtml");

    /** Who may open what. A page without a row fails: somebody has to have thought about it. */
    private static final Map<String, Set<Role>> MATRIX = Map.ofEntries(
            Map.entry("/staff/course/list.xhtml", Set.of(Role.values())),
            Map.entry("/staff/report/scores.xhtml", Set.of(Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR)),
            Map.entry("/staff/report/across.xhtml", Set.of(Role.MANAGER)),
            Map.entry("/staff/report/items.xhtml", Set.of(Role.MANAGER)),
            Map.entry("/staff/help/list.xhtml", Set.of(Role.ADMINISTRATOR)),
            Map.entry("/staff/certificate/list.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/workshop/list.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/plan.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/room.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/cards.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/projector.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/sheets.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/key.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/scan.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/certificates.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/workshop/report.xhtml", Set.of(Role.TRAINER)),
            Map.entry("/staff/account/staff.xhtml", Set.of(Role.ADMINISTRATOR)),
            Map.entry("/staff/admin/audit.xhtml", Set.of(Role.CERTIFIER, Role.ADMINISTRATOR)),
            Map.entry("/staff/exam/list.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/exam/plan.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/exam/session.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/exam/item.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/exam/sitting.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/exam/appeals.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/exam/candidates.xhtml", Set.of(Role.CERTIFIER)),
            Map.entry("/staff/exam/bank.xhtml", Set.of(Role.CERTIFIER)));

    /** What a console asks: no page, and somebody else's room is gone for whoever asks. */
    private static final String NOW = "/staff/workshop/now?w=019ad000-0000-7000-8000-00000000dead&m=0";

    private static BrowserContext context;
    private static StaffWalk admin;

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    private static Set<String> deployed() throws IOException {
        Path root = Path.of("src", "main", "webapp");
        try (Stream<Path> files = Files.walk(root.resolve("staff"))) {
            return files.filter(f -> f.toString().endsWith(".xhtml"))
                    .map(f -> "/" + root.relativize(f).toString().replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    @Order(1)
    void everyPageOfStaffHasARow() throws IOException {
        Set<String> known = new TreeSet<>(MATRIX.keySet());
        known.addAll(EVERYBODYS);
        assertEquals(known, deployed());
    }

    @Test
    @Order(2)
    void nobodyOpensAPageOfStaffWithoutSigningIn() throws IOException {
        List<Executable> checks = new ArrayList<>();
        Set<String> paths = new TreeSet<>(deployed());
        paths.add(NOW);
        for (String path : paths) {
            Visitor.Answer answer = new Visitor(SERVER).get(path);
            checks.add(() -> assertTrue(path.equals("/staff/sign-in.xhtml") ? answer.status() == 200
                    : answer.status() == 303 && answer.header("Location").endsWith("/staff/sign-in.xhtml"), path + " " + answer.status()));
        }
        assertAll(checks);
    }

    @Test
    @Order(3)
    void theAdministratorSignsInWithTwoFactors() {
        context = Chromium.desk();
        admin = new StaffWalk(SERVER, context.newPage());
        admin.open("/staff/");
        admin.look("sign-in");
        admin.signIn("admin", "not the password at all");
        assertTrue(admin.page().locator(".err:not(:empty), .ui-message-error").count() > 0, "a wrong password is told in a sentence");
        admin.lookAsItStands("sign-in-error");
        admin.signIn("admin", DalilServer.ADMIN_PASSWORD);
        assertTrue(admin.page().url().endsWith("/staff/enrol-factor.xhtml"), admin.page().url());
        admin.look("enrol");
        admin.page().locator("#code").fill("000000");
        admin.submit();
        admin.lookAsItStands("enrol-error");
        admin.enrol();
        admin.lookAsItStands("recovery-codes");
        admin.goOnTo(DalilServer.ADMIN_PASSWORD, OWN);
        assertEquals(200, admin.open("/staff/course/list.xhtml"));
    }

    @Test
    @Order(4)
    void everyPageOfTheAdministratorWorksForEverybody() {
        for (String path : new TreeSet<>(MATRIX.keySet())) {
            if (!MATRIX.get(path).contains(Role.ADMINISTRATOR)) {
                // WorkshopIT looks at a trainer's pages, with a workshop to show, and AcrossIT at a manager's.
                continue;
            }
            assertEquals(200, admin.open(path), path);
            admin.look(path.replaceAll("/staff/|\\.xhtml", "").replace('/', '-'));
        }
        admin.open("/staff/password.xhtml");
        admin.look("password");
    }

    @Test
    @Order(5)
    void rolesOpenWhatTheTableSaysAndNothingElse() {
        List<Executable> checks = new ArrayList<>();
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(java.util.Locale.ROOT) + "-one";
            String start = add(name, role);
            try (BrowserContext own = Chromium.desk()) {
                StaffWalk walk = new StaffWalk(SERVER, own.newPage());
                walk.signIn(name, start);
                walk.enrol();
                walk.goOnTo(start, OWN + " " + name);
                int now = walk.page().request().get(SERVER.url(NOW)).status();
                checks.add(() -> assertEquals(role == Role.TRAINER ? 410 : 403, now, role + " asks for a room"));
                MATRIX.forEach((path, roles) -> {
                    int expected = roles.contains(role) ? 200 : 403;
                    int answered = walk.open(path);
                    checks.add(() -> assertEquals(expected, answered, role + " opens " + path));
                });
            }
        }
        assertAll(checks);
    }

    @Test
    @Order(6)
    void aStartPasswordThatAnotherReplacedIsNotShownAgain() {
        String first = add("late-one", Role.TRAINER);
        admin.page().reload();
        assertEquals(first, admin.page().locator("#start-password").innerText().strip(), "sent once more, it answers the same");
        StaffWalk beside = new StaffWalk(SERVER, context.newPage());
        beside.open("/staff/account/staff.xhtml?lang=en");
        Walk.press(beside.page().locator("button[aria-label*='late-one']"));
        ExamDesk.sure(beside, "#newStart");
        String second = beside.page().locator("#start-password").innerText().strip();
        assertNotEquals(first, second);
        admin.page().reload();
        assertEquals(0, admin.page().locator("#start-password").count());
        assertTrue(admin.page().locator("main").innerText().contains("replaced or changed since"), admin.page().locator("main").innerText());
        beside.page().reload();
        assertEquals(second, beside.page().locator("#start-password").innerText().strip());
    }

    /** While somebody else holds the end of the audit trail, what is pressed comes to nothing: neither here nor for a learner. */
    @Test
    @Order(7)
    void aNumberWhoseCheckCameToNothingIsShownToNobody() throws SQLException {
        String number = "066106";
        admin.open("/staff/help/list.xhtml?lang=en");
        Locator check = row(number).locator("button");
        whileTheTrailIsHeld(() -> press(check));
        assertFalse(isShown(number), "nobody has checked it");
        admin.open("/staff/help/list.xhtml?lang=en");
        Walk.press(check);
        assertTrue(isShown(number), "checked");
        whileTheTrailIsHeld(() -> press(check));
        assertTrue(isShown(number), "still checked");
        admin.open("/staff/help/list.xhtml?lang=en");
        Walk.press(check);
        assertFalse(isShown(number), "not any more");
        whileTheTrailIsHeld(() -> {
            admin.page().locator("#show").click();
            press(admin.page().locator(".ui-confirmdialog-yes"));
        });
        assertFalse(isShown(number), "unchecked numbers were not switched on");
    }

    private static Locator row(String number) {
        return admin.page().locator("#list tbody tr").filter(new Locator.FilterOptions().setHasText(number));
    }

    private static boolean isShown(String number) {
        return new Visitor(SERVER).get("/en/help/krd").body().contains("tel:" + number);
    }

    /** A form whose answer takes as long as a transaction that is tried again. */
    private static void press(Locator button) {
        admin.page().waitForResponse(r -> r.request().method().equals("POST"), button::click);
        admin.page().waitForLoadState();
    }

    private static void whileTheTrailIsHeld(Runnable work) throws SQLException {
        try (Connection other = new Rows(SERVER).open()) {
            other.setAutoCommit(false);
            other.createStatement().executeQuery("SELECT id FROM audit_head WHERE one = 1 FOR UPDATE");
            work.run();
            other.rollback();
        }
    }

    /** @return the start password of somebody new */
    private String add(String name, Role role) {
        admin.open("/staff/account/staff.xhtml?lang=en");
        Walk.press(admin.page().locator("#add"));
        admin.page().locator("#newName").fill(name);
        if (role == Role.TRAINER) {
            admin.lookAsItStands("staff-adding");
        }
        admin.page().locator("#newRolesBox input[value=" + role + "]").check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        Walk.press(admin.page().locator("#addNow"));
        return admin.page().locator("#start-password").innerText().strip();
    }
}
