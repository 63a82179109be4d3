import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When a phone on a slow line shows the first words, and how much it had to fetch: 400 kbit/s and 400 ms, as Chromium emulates them.
 *
 * <p>Compiled and run with the tests' class path (it needs Playwright): {@code Paint http://127.0.0.1:8080 spot-it /usr/bin/chromium}.
 */
final class Paint {

    public static void main(String[] args) {
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
             Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(args[2]))
                     .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            List<String> way = List.of("/", "/ar/", "/ar/for/teens", "/ar/c/" + args[1], "/ar/c/" + args[1] + "/1/1", "/ar/c/" + args[1] + "/1/2");
            for (String path : way) {
                try (BrowserContext fresh = phone(browser)) {
                    show(fresh, args[0], path, "first visit");
                }
            }
            try (BrowserContext one = phone(browser)) {
                for (String path : way) {
                    show(one, args[0], path, "on the way");
                }
            }
        }
    }

    private static BrowserContext phone(Browser browser) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 640).setDeviceScaleFactor(2));
    }

    private static void show(BrowserContext context, String site, String path, String what) {
        Page page = context.newPage();
        CDPSession line = context.newCDPSession(page);
        line.send("Network.enable");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 400);
        slow.addProperty("downloadThroughput", 400_000 / 8);
        slow.addProperty("uploadThroughput", 400_000 / 8);
        line.send("Network.emulateNetworkConditions", slow);
        AtomicInteger requests = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        line.on("Network.loadingFinished", e -> {
            requests.incrementAndGet();
            bytes.addAndGet(e.get("encodedDataLength").getAsLong());
        });
        page.navigate(site + path);
        page.waitForTimeout(700);
        Object paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        System.out.printf("%-12s %-20s first contentful paint %.2f s, %d requests, %.1f kB%n", what, path,
                ((Number) paint).doubleValue() / 1000, requests.get(), bytes.get() / 1000.0);
        page.close();
    }
}
