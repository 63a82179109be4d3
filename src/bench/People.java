package org.dalil.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dalil.assessment.entity.Sample;
import org.dalil.assessment.entity.ScoreAndRest;
import org.dalil.report.entity.BeforeAfter;
import org.dalil.report.entity.ItemSums;
import org.dalil.report.entity.ItemTally;
import org.dalil.report.entity.LanguageCount;

/**
 * A manager's report over so many paired learners in workshops of 25, with 20 answers each: how long every table takes to open, the first
 * time and again, how long the donor's workbook takes, and how much memory the server has then.
 *
 * <p>Run with the tests' class path beside a provisioned server: {@code org.dalil.journey.People 1000000}. What it writes are batches and
 * sums of answers, as putting people together leaves them; it makes no single answer.
 */
final class People {

    private static final String[] DIMENSIONS = {"course", "audience", "region", "period", "language", "partner"};
    private static final int ANSWERS_EACH = 20;

    private final DalilServer server = DalilServer.fresh("people", Map.of());
    private final Rows rows = new Rows(server);

    public static void main(String[] args) throws Exception {
        new People().run(Integer.parseInt(args[0]));
    }

    private void run(int learners) throws Exception {
        server.start();
        try {
            StaffWalk manager = StaffWalk.hired(server, new StaffWalk.Newcomer("mina", "MANAGER", "figures for an honest donor")).get(0);
            manager.open("/staff/report/across.xhtml");
            System.out.println("empty: " + resident() + " MB resident");
            fill(learners / 25);
            System.out.println(rows.of("SELECT CONCAT(COUNT(*), ' batches, ', SUM(paired), ' pairs') FROM report_batch").get(0));
            // The next morning: the server was started, and the manager comes a minute later.
            server.close();
            server.start();
            TimeUnit.SECONDS.sleep(60);
            manager.comeBack("mina", "figures for an honest donor");
            System.out.println("a minute after a start: " + resident() + " MB resident");
            tables(manager, "first");
            tables(manager, "again");
            time("questions", () -> manager.open("/staff/report/items.xhtml?c=" + course(0)));
            for (int i = 0; i < 10; i++) {
                manager.open("/staff/report/across.xhtml?by=region&and=partner");
                long begin = System.nanoTime();
                Download book = manager.page().waitForDownload(() -> manager.page().locator("#xlsx").click());
                long size = Files.size(book.path());
                System.out.printf("workbook: %.0f ms, %d bytes, %d MB resident%n", (System.nanoTime() - begin) / 1e6, size, resident());
            }
        } finally {
            server.close();
        }
    }

    private String course(int number) {
        return rows.of("SELECT id FROM course ORDER BY slug").get(number);
    }

    private void fill(int workshops) throws Exception {
        List<String> courses = rows.of("SELECT id FROM course ORDER BY slug LIMIT 4");
        rows.change("INSERT INTO report_batch (id, stage, cluster, course, audience, region, period, language, partner, no_test, pre_only,"
                + " post_only, partial, paired, completed, mean_before, mean_after, squares_before, squares_after, squares_gain, kept, gained,"
                + " lost, never) SELECT UUID(), 'COURSE', UUID(), ELT(1 + MOD(seq, 4), ?, ?, ?, ?), ELT(1 + MOD(seq, 4), 'teens', 'teens',"
                + " 'parents', 'responders'), ELT(1 + FLOOR(8 * RAND()), 'DUHOK', 'ERBIL', 'AMMAN', 'BASRA', 'BAGHDAD', 'IRBID', 'ZARQA',"
                + " 'NINEVEH'), CONCAT(2024 + FLOOR(3 * RAND()), '-Q', 1 + FLOOR(4 * RAND())), ELT(1 + FLOOR(4 * RAND()), 'ar', 'ckb', 'kmr',"
                + " NULL), CONCAT('Partner ', 1 + FLOOR(20 * RAND())), 0, 0, 0, 0, 25, 22, 35 + 20 * RAND(), 60 + 37 * RAND(), 7000, 7000, 6000,"
                + " 3, 12, 1, 9 FROM seq_1_to_" + workshops, courses.toArray());
        for (String course : courses) {
            List<String> items = rows.of("SELECT i.item_id FROM course_item i JOIN course c ON c.version = i.version_id WHERE c.id = ? AND i.scored",
                    course);
            int each = workshops * 25 / 4 * ANSWERS_EACH / 2 / items.size();
            for (String item : items) {
                ItemTally.Occasion occasion = occasion(each);
                ItemSums sums = new ItemSums(new ItemTally(item, true, Set.of(), occasion, occasion, BeforeAfter.NOBODY), strata(each));
                rows.change("INSERT INTO report_item (course_id, item_id, sums) VALUES (?, ?, ?)", course, item,
                        new ObjectMapper().writeValueAsString(sums));
            }
        }
    }

    private static ItemTally.Occasion occasion(int answers) {
        ScoreAndRest scores = new ScoreAndRest(new Sample(answers, 0.6, 0.24 * answers), new Sample(answers, 0.6, 0.05 * answers), 0.04 * answers);
        return new ItemTally.Occasion(scores, answers * 6 / 10, answers / 20, Map.of("a", answers * 6 / 10, "b", answers / 5, "c", answers / 7));
    }

    private static List<LanguageCount> strata(int answers) {
        List<LanguageCount> all = new ArrayList<>();
        for (String language : List.of("ar", "ckb", "kmr")) {
            for (int stratum = 0; stratum <= 10; stratum++) {
                all.add(new LanguageCount(language, "PRE " + stratum, answers / 66, answers / 66));
                all.add(new LanguageCount(language, "POST " + stratum, answers / 50, answers / 90));
            }
        }
        return all;
    }

    private void tables(StaffWalk manager, String when) {
        TreeMap<Double, String> times = new TreeMap<>();
        for (String by : DIMENSIONS) {
            for (String and : DIMENSIONS) {
                String table = "by=" + by + (by.equals(and) ? "" : "&and=" + and);
                long begin = System.nanoTime();
                manager.open("/staff/report/across.xhtml?" + table);
                times.put((System.nanoTime() - begin) / 1e6, table);
            }
        }
        List<Double> sorted = List.copyOf(times.keySet());
        System.out.printf("36 tables, %s: median %.0f ms, slowest %.0f ms (%s); all %s; %d MB resident%n", when, sorted.get(18),
                times.lastKey(), times.lastEntry().getValue(), times, resident());
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%s: %.0f ms%n", what, (System.nanoTime() - begin) / 1e6);
    }

    /** Of the server's process, in MB. */
    private long resident() {
        return ProcessHandle.allProcesses().filter(p -> p.info().arguments().map(a -> String.join(" ", a).contains("people.server")).orElse(false))
                .filter(p -> p.info().command().orElse("").endsWith("java")).mapToLong(p -> resident(p.pid())).max().orElse(0);
    }

    private static long resident(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process), "status")).stream().filter(l -> l.startsWith("VmRSS"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (java.io.IOException gone) {
            return 0;
        }
    }
}
