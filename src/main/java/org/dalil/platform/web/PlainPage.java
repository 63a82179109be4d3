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
 * One sentence with the way out, for what can't have a page made: making one reads the form, and the form can't be read, or asks the
 * database, and the server still starts. Looks like {@code learn/error.xhtml}.
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
        Language language = language(request);
        StringBuilder body = new StringBuilder("<div class=\"head\"><h1>").append(texts.get(language, "platform.error.title")).append("</h1>");
        readers(request).forEach(l -> body.append(sentence("p", l, key)));
        body.append("</div><p><a class=\"btn\" href=\"/").append(language.tag()).append("/\">")
                .append(texts.get(language, "platform.error.start")).append("</a></p>");
        String help = "<a class=\"btn b2\" href=\"/" + language.tag() + "/help\">" + texts.get(language, "platform.help") + "</a>";
        send(response, status, language, texts.get(language, "platform.error.prefix") + " ", body.toString(), help);
    }

    /** The page while the server starts: it comes back by itself. Help has no page yet either. */
    void starting(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = language(request);
        StringBuilder body = new StringBuilder("<div class=\"head\">").append(sentence("h1", language, "platform.starting"));
        readers(request).stream().filter(l -> !l.equals(language)).forEach(l -> body.append(sentence("p", l, "platform.starting")));
        response.setHeader("Retry-After", "5");
        response.setHeader("Refresh", "5");
        send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, language, "", body.append("</div>").toString(), "");
    }

    private String sentence(String element, Language language, String key) {
        return "<%1$s class=\"lead\" lang=\"%2$s\" dir=\"%3$s\">%4$s</%1$s>".formatted(element, language.tag(), language.dir(),
                texts.get(language, key));
    }

    private void send(HttpServletResponse response, int status, Language language, String prefix, String body, String help) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        SafetyHeaders.allowStyle(response, theme, "error");
        response.getWriter().write("""
                <!DOCTYPE html>
                <html lang="%1$s" dir="%2$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">\
                <title>%3$s</title><meta name="referrer" content="no-referrer"><style>%4$s</style></head>
                <body><main id="m">%5$s</main>
                <nav class="bar" aria-label="%6$s"><div><a class="btn x" id="exit" href="/exit/%1$s" rel="noreferrer">%7$s</a>%8$s</div></nav>\
                </body></html>
                """.formatted(language.tag(), language.dir(), prefix + site.getName().replace("&", "&amp;").replace("<", "&lt;"),
                theme.style("error"), body, texts.get(language, "platform.exit.bar"), texts.get(language, "platform.exit"), help));
        response.getWriter().flush();
    }

    /** That of the page around the sentences. */
    private static Language language(HttpServletRequest request) {
        return spoken(request.getRequestURI()).orElse(Language.ENGLISH);
    }

    /** Whose language stands in the address; everybody where none does. */
    private static List<Language> readers(HttpServletRequest request) {
        return spoken(request.getRequestURI()).map(List::of).orElse(Language.ALL);
    }

    /** It is the address's first part, and for what is no page the last: {@code /verify/file/ar}. */
    private static Optional<Language> spoken(String path) {
        String[] parts = path.split("/");
        return parts.length < 2 ? Optional.empty() : Language.of(parts[1]).or(() -> Language.of(parts[parts.length - 1]));
    }
}
