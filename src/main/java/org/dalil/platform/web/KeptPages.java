package org.dalil.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pages kept in memory, by a key that names all they depend on besides their gaps: version, language, address. */
public final class KeptPages {

    /** Some 8 kB each, the style not counted, which they share. When there are more, all are made anew. */
    private static final int MOST = 2000;

    private final Map<String, KeptPage> pages = new ConcurrentHashMap<>();
    private final Map<String, KeptPage.Part> shared = new ConcurrentHashMap<>();

    /**
     * The page of this key, made by Faces the first time.
     *
     * @return nothing if it was no page, but an error or a way elsewhere, which has been answered
     */
    public Optional<KeptPage> get(String key, HttpServletResponse response, BeforePage.Rest page)
            throws IOException, ServletException {
        KeptPage kept = pages.get(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<KeptPage> made = render(response, page);
        if (made.isPresent()) {
            if (pages.size() >= MOST) {
                pages.clear();
                shared.clear();
            }
            pages.put(key, made.get());
        }
        return made;
    }

    /** Renders a page that is not worth keeping: one with an error in it. */
    public Optional<KeptPage> render(HttpServletResponse response, BeforePage.Rest page) throws IOException, ServletException {
        Rendering rendering = new Rendering(response);
        page.into(rendering);
        if (response.isCommitted() || response.getStatus() != HttpServletResponse.SC_OK) {
            return Optional.empty();
        }
        return Optional.of(new KeptPage(rendering.text(), text -> shared.computeIfAbsent(text, KeptPage.Part::of)));
    }
}
