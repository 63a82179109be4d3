package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.dalil.platform.entity.Submission;
import org.primefaces.context.PrimeFacesContext;

/** Where on the staff pages we are: {@code #{nav.at('/staff/course/')}}. */
@Named("nav")
@RequestScoped
public class StaffMenu {

    @Inject
    HttpServletRequest request;

    /** This page's address. */
    public String getPath() {
        return request.getServletPath();
    }

    /** This page in another language, about the same thing. */
    public String in(String language) {
        String about = getAbout();
        String back = WayBack.of(request.getParameter(WayBack.FIELD)).map(to -> WayBack.FIELD + "=" + to + "&").orElse("");
        String lost = getPath().equals(StaffFilter.SIGN_IN) && "1".equals(request.getParameter(WayBack.LOST)) ? WayBack.LOST + "=1&" : "";
        return getPath() + "?" + (about != null ? "w=" + about + "&" : "") + back + lost + "lang=" + language;
    }

    /** The value of {@code aria-current}: {@code page} if this page lies below the address. */
    public String at(String address) {
        return request.getServletPath().startsWith(address) ? "page" : "false";
    }

    /** Whether a form was sent from a page that had been open too long, and this is a fresh one. */
    public boolean isOld() {
        return "1".equals(request.getParameter("old"));
    }

    /** Whether its reader had pressed something while signed out, and has come back from signing in. */
    public boolean isLost() {
        return "1".equals(request.getParameter(WayBack.LOST)) && !request.getMethod().equals("POST") && !getPath().equals(StaffFilter.SIGN_IN);
    }

    /** What this page is about, if it is about one thing; its forms say it again. */
    public String getAbout() {
        String about = request.getParameter("w");
        return about != null && about.matches("[0-9a-f-]{36}") ? about : null;
    }

    /** What the policy of this page lets scripts of ours carry; PrimeFaces asks for it back with each form. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /** For a form that is shown now. */
    public String getSubmission() {
        return Submission.next().id().toString();
    }
}
