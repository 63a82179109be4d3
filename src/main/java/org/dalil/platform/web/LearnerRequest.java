package org.dalil.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;

/**
 * A learner's request: there is no session, hence no cookie for one and nothing to expire. The component library asks for one
 * on every page, also on those that use none of it; what it puts there lives as long as the request.
 */
class LearnerRequest extends HttpServletRequestWrapper {

    private HttpSession passing;

    LearnerRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (passing == null && create) {
            passing = new PassingSession(getServletContext());
        }
        return passing;
    }
}
