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

/**
 * The session of a staff page: who, and which language; on the way through the steps of a sign-in, where it leads to. Nothing else lies
 * in it but the state of open forms.
 */
@RequestScoped
public class StaffSession {

    private static final String WHO = "dalil.staff";
    private static final String LANGUAGE = "dalil.language";
    private static final String BACK = "dalil.back";

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

    /** Where to go when all steps of the sign-in are done. @param path that {@link WayBack} took */
    void comeBackTo(String path) {
        request.getSession().setAttribute(BACK, path);
    }

    /** Where to go now that they are done, once. */
    Optional<String> takeWayBack() {
        HttpSession session = request.getSession(false);
        Optional<String> back = session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(BACK));
        back.ifPresent(path -> session.removeAttribute(BACK));
        return back;
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
