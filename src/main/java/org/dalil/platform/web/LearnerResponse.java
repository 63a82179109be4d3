package org.dalil.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A learner's answer: its content security policy is the router's alone, not the component library's. */
class LearnerResponse extends HttpServletResponseWrapper {

    private static final String POLICY = "Content-Security-Policy";

    LearnerResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!POLICY.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!POLICY.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }

    /** Faces forgets a page that went wrong together with its headers; the safety headers are not the page's to forget. */
    @Override
    public void reset() {
        resetBuffer();
    }
}
