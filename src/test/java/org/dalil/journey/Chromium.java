package org.dalil.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * A real browser: the installed Chromium or Chrome, or the one that Playwright can bring. Chromium without windows comes first where it
 * is installed: the same engine, and a journey takes a third less of the machine.
 */
public final class Chromium {

    private static final List<String> INSTALLED = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
            "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    /** The rules as the library brings them. Its own builder opens another page for each run, for frames that we don't have: five times as slow. */
    private static final String AXE = axe();

    /** Every rule that is on by itself, and in one line each what broke it. */
    private static final String FAULTS = """
            () => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(v => v.id + ': ' + v.help + ' '
                + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')).join('\\n'))""";

    private static Playwright playwright;
    private static Browser browser;

    private Chromium() { }

    private static String axe() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one browser of all journeys. */
    public static synchronized Browser browser() {
        if (browser == null) {
            Stream<String> named = Stream.ofNullable(System.getenv("CHROMIUM"));
            String program = Stream.concat(named, INSTALLED.stream()).filter(p -> Files.isExecutable(Path.of(p))).findFirst().orElse(null);
            Map<String, String> environment = program == null ? Map.of() : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu",
                    "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"));
            if (program != null) {
                options.setExecutablePath(Path.of(program));
            }
            try {
                browser = playwright.chromium().launch(options);
            } catch (RuntimeException e) {
                throw new IllegalStateException("The browser tests need Chromium or Chrome: install it (Debian: apt-get install "
                        + "chromium) or name its program in the variable CHROMIUM.", e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> playwright.close()));
        }
        return browser;
    }

    /** A phone as a girl in Duhok may hold it: small, its own cookies. */
    public static BrowserContext phone(boolean javaScript) {
        return browser().newContext(new Browser.NewContextOptions().setViewportSize(360, 640).setDeviceScaleFactor(2)
                .setHasTouch(true).setJavaScriptEnabled(javaScript).setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    /** A desk. */
    public static BrowserContext desk() {
        return browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    /** No accessibility fault that axe-core can find: WCAG 2.2 A and AA and best practices. */
    public static void assertAccessible(Page page, String where) {
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(AXE);
        }
        Assertions.assertEquals("", page.evaluate(FAULTS), where + " (" + page.url() + ")");
    }

    /** With {@code -Dpictures=true}: keeps what a person would see, for the one who reads the test's results. */
    public static void picture(Page page, String name) {
        if (!Boolean.getBoolean("pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")).setFullPage(true));
    }
}
