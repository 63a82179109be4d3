package org.dalil.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of learner page, in Arabic on a phone: nothing that axe-core can find. */
class AccessibilityIT {

    private static final DalilServer SERVER = DalilServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ar/", "/ar/for/teens", "/ar/c/spot-it", "/ar/c/spot-it/card", "/ar/c/spot-it/2",
        "/ar/c/spot-it/1/2", "/ar/c/spot-it/2/chat", "/ar/help", "/ar/help/krd", "/ar/card", "/ar/words", "/ar/exit", "/ar/nothing"})
    void page_has_no_fault(String path) {
        try (BrowserContext phone = Chromium.phone(true)) {
            Page page = phone.newPage();
            page.navigate(SERVER.url(path));
            Chromium.assertAccessible(page, path);
            Chromium.picture(page, "axe" + path.replace('/', '-'));
        }
    }
}
