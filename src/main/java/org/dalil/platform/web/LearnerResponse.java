package org.dalil.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A learner's answer: its content security policy is the router's alone, not the component library's. And it is sent when it is whole: the
 * container's own writer takes a page's style letter by letter, which was a third of all work under load (performance.md).
 */
class LearnerResponse extends HttpServletResponseWrapper {

    private static final String POLICY = "Content-Security-Policy";
    private static final int LONG_PAGE = 24_576;

    private Whole page;
    private PrintWriter writer;

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

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            page = new Whole();
            writer = new PrintWriter(page);
        }
        return writer;
    }

    /** Nothing is sent before the page is whole. */
    @Override
    public void flushBuffer() throws IOException {
        if (writer == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        forget();
        super.resetBuffer();
    }

    /** Faces forgets a page that went wrong together with its headers; the safety headers are not the page's to forget. */
    @Override
    public void reset() {
        resetBuffer();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        forget();
        super.sendRedirect(location);
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    private void forget() {
        if (page != null) {
            page.text.setLength(0);
        }
    }

    /** Sends what was written, if the container did not ask for it already. */
    void finish() {
        if (writer != null) {
            writer.close();
        }
    }

    /** Collects, and sends at its end. */
    private final class Whole extends Writer {

        private final StringBuilder text = new StringBuilder(LONG_PAGE);
        private boolean closed;

        @Override
        public void write(int letter) {
            text.append((char) letter);
        }

        @Override
        public void write(char[] letters, int from, int length) {
            text.append(letters, from, length);
        }

        @Override
        public void write(String letters, int from, int length) {
            text.append(letters, from, from + length);
        }

        @Override
        public void flush() {
            // Not before the end.
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            if (text.length() > 0) {
                OutputStream out = getResponse().getOutputStream();
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                out.close();
            }
        }
    }
}
