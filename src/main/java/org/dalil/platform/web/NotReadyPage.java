package org.dalil.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dalil.platform.entity.Language;

/** The page while the server starts: no template, no database, no Faces. It comes back by itself. */
final class NotReadyPage {

    private NotReadyPage() { }

    static void write(HttpServletResponse response, Language language) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setHeader("Refresh", "5");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("<!doctype html><html lang=\"" + language.tag() + "\" dir=\"" + language.dir() + "\"><head>"
                + "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<title>Dalil</title></head><body><main><h1>" + sentence(language) + "</h1></main></body></html>");
    }

    /** Not from the texts: this page must not depend on anything that could fail. */
    private static String sentence(Language language) {
        return switch (language.tag()) {
            case "ar" -> "الصفحة قيد التحضير. ستظهر بعد لحظات.";
            case "ckb" -> "پەڕەکە ئامادە دەکرێت. دوای چەند چرکەیەک دەردەکەوێت.";
            case "kmr" -> "Rûpel tê amadekirin. Piştî çend çirkeyan dê xuya bibe.";
            default -> "Getting ready. This page will appear in a moment.";
        };
    }
}
