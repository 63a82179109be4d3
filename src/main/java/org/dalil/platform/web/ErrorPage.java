package org.dalil.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;

/** {@code learn/error.xhtml}: one sentence and a way on. Also what the container shows for its own errors. */
@Named("errorPage")
@RequestScoped
public class ErrorPage {

    @Inject HttpServletRequest request;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    /** The container's own dispatch comes without the router: the language is still in the address. */
    public void prepare() {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (uri != null) {
            String[] parts = uri.toString().split("/");
            if (parts.length > 1) {
                Language.of(parts[1]).ifPresent(l -> language.set(l, "/"));
            }
        }
    }

    public String getSentence() {
        if (request.getAttribute(Router.REFUSED) instanceof Refused refused) {
            return texts.of(refused);
        }
        return Integer.valueOf(404).equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                ? texts.get("platform.error.notFound") : texts.get("platform.error.ours");
    }

    /** Whether trying again may help. */
    public boolean isPassing() {
        return request.getAttribute(Router.REFUSED) instanceof Refused refused
                && refused.key().equals("platform.error.notNow");
    }
}
