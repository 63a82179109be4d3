package org.dalil.platform.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.platform.control.ExitTarget;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.VisitLeft;

/**
 * The way out: {@code /exit/<language>}, a plain link that works without script. Ends the visit and the session, takes the
 * cookie back, has the browser clear its storage, and leads in the same tab to something harmless. It never fails and never
 * waits: if the database is away, the cookie goes all the same, and the visit ends as soon as the database is back.
 */
@WebServlet("/exit/*")
public class QuickExit extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(QuickExit.class.getName());

    /** As long as the database has to end a visit before the browser is led on. */
    private static final long PATIENCE_MILLIS = 300;

    private static final int TRIES = 30;
    private static final int SECONDS_BETWEEN = 10;

    @Inject transient Event<VisitLeft> left;
    @Inject transient ExitTarget target;

    @Resource transient ManagedScheduledExecutorService executor;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        VisitCookie.read(request).ifPresent(this::end);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        VisitCookie.expire(request, response);
        response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target.address(language(request)));
    }

    /** Beside the request: without script the page is on the screen until this has answered. */
    private void end(String cookie) {
        try {
            executor.submit(() -> end(cookie, TRIES)).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.log(Level.FINE, "A visit ends after its browser has left");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "A visit could not be ended at the exit", e.getCause());
        }
    }

    private void end(String cookie, int tries) {
        try {
            left.fire(new VisitLeft(cookie));
        } catch (RuntimeException e) {
            LOG.log(tries > 1 ? Level.FINE : Level.WARNING, "A visit could not be ended at the exit; it ends by itself when idle: {0}",
                    e.getClass().getName());
            if (tries > 1) {
                executor.schedule(() -> end(cookie, tries - 1), SECONDS_BETWEEN, TimeUnit.SECONDS);
            }
        }
    }

    private static Language language(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? Language.ENGLISH : Language.of(path.substring(1)).orElse(Language.ENGLISH);
    }
}
