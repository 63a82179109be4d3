package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.dalil.account.entity.SignedIn;
import org.dalil.platform.entity.Language;

/** The session of a staff page: who, and which language. Nothing else lies in it but the state of open forms. */
@RequestScoped
public class StaffSession {

    private static final String WHO = "dalil.staff";
    private static final String LANGUAGE = "dalil.language";

    @Inject
    HttpServletRequest request;

    /** Who signed in, as far as they got. */
    public SignedIn who() {
        HttpSession session = request.getSession(false);
        return session == null ? null : (SignedIn) session.getAttribute(WHO);
    }

    /** Somebody took a step: under a new session id, so that one planted beforehand is worth nothing. */
    void is(SignedIn who) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(WHO, who);
    }

    /** Forgets everything, the language included. */
    void end() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<Language> language() {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Language) session.getAttribute(LANGUAGE));
    }

    void speak(Language language) {
        request.getSession().setAttribute(LANGUAGE, language);
    }

    /** Leads the browser on after a form, so that Back and reload don't send it again. */
    void leadTo(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletResponse response = (HttpServletResponse) faces.getExternalContext().getResponse();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        faces.responseComplete();
    }
}
