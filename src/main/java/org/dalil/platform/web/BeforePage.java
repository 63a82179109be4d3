package org.dalil.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What comes before one of the learner pages: a form that is taken, or a page kept in memory, without Faces and without the
 * container's way to it. Found by its type; at most one for a page.
 */
public interface BeforePage {

    /** The page's file as its route names it, for example {@code /learn/lesson.xhtml}. */
    String page();

    /**
     * Answers the request, or has the page made.
     *
     * @param rest has Faces make the page into the answer it is given
     */
    void answer(HttpServletRequest request, HttpServletResponse response, Rest rest) throws IOException, ServletException;

    /** What makes the page. */
    @FunctionalInterface
    interface Rest {

        void into(HttpServletResponse response) throws IOException, ServletException;
    }
}
