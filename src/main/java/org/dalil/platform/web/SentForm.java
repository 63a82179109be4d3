package org.dalil.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.dalil.platform.entity.Submission;

/** The id that the server puts into a form, and finds again in the one that is sent. */
@RequestScoped
public class SentForm {

    /** Its field. */
    public static final String FIELD = "submission";

    @Inject HttpServletRequest request;

    /** The form that was sent. @throws org.dalil.platform.entity.Refused if it brought no id */
    public Submission get() {
        return Submission.of(request.getParameter(FIELD));
    }
}
