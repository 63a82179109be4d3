package org.dalil.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dalil.platform.control.Texts;
import org.dalil.platform.control.Theme;
import org.dalil.platform.entity.Language;

/**
 * One sentence with the way out, for what can't have a page made: making one reads the form, and the form can't be read. Looks like
 * {@code learn/error.xhtml}.
 */
@ApplicationScoped
public class PlainPage {

    @Inject Texts texts;
    @Inject Theme theme;
    @Inject SiteFacts site;

    /**
     * Answers with the sentence, in the language that stands in the address; in each where none does.
     *
     * @param status of the answer
     * @param key    of the sentence
     */
    void write(HttpServletRequest request, HttpServletResponse response, int status, String key) throws IOException {
        Optional<Language> known = spoken(request.getRequestURI());
        Language language = known.orElse(Language.ENGLISH);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        SafetyHeaders.allowStyle(response, theme, "error");
        response.getWriter().write(page(language, known.map(List::of).orElse(Language.ALL), key));
        response.getWriter().flush();
    }

    /** It is the address's first part, and for what is no page the last: {@code /verify/file/ar}. */
    private static Optional<Language> spoken(String path) {
        String[] parts = path.split("/");
        return parts.length < 2 ? Optional.empty() : Language.of(parts[1]).or(() -> Language.of(parts[parts.length - 1]));
    }

    private String page(Language language, List<Language> readers, String key) {
        StringBuilder sentences = new StringBuilder();
        readers.forEach(l -> sentences.append("<p class=\"lead\" lang=\"").append(l.tag()).append("\" dir=\"").append(l.dir()).append("\">")
                .append(texts.get(l, key)).append("</p>"));
        return """
                <!DOCTYPE html>
                <html lang="%1$s" dir="%2$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">\
                <title>%3$s %11$s</title><meta name="referrer" content="no-referrer"><style>%4$s</style></head>
                <body><main id="m"><div class="head"><h1>%5$s</h1>%6$s</div><p><a class="btn" href="/%1$s/">%7$s</a></p></main>
                <nav class="bar" aria-label="%8$s"><div><a class="btn x" id="exit" href="/exit/%1$s" rel="noreferrer">%9$s</a>\
                <a class="btn b2" href="/%1$s/help">%10$s</a></div></nav></body></html>
                """.formatted(language.tag(), language.dir(), texts.get(language, "platform.error.prefix"), theme.style("error"),
                texts.get(language, "platform.error.title"), sentences, texts.get(language, "platform.error.start"),
                texts.get(language, "platform.exit.bar"), texts.get(language, "platform.exit"), texts.get(language, "platform.help"),
                site.getName().replace("&", "&amp;").replace("<", "&lt;"));
    }
}
