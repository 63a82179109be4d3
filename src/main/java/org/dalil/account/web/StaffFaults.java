package org.dalil.account.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.shiro.authz.AuthorizationException;
import org.apache.shiro.authz.UnauthenticatedException;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Causes;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.Router;

/**
 * What goes wrong on a staff page, as its reader shall meet it: a refusal is a sentence on the page they are on, a page that
 * was open too long is shown afresh, who may not is told so. Everything else goes on to the error page. Learner pages pass
 * through: their router answers.
 */
public class StaffFaults extends ExceptionHandlerFactory {

    public StaffFaults(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        private static final Pattern ABOUT = Pattern.compile("[0-9a-f-]{36}");

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            FacesContext faces = FacesContext.getCurrentInstance();
            if (faces.getExternalContext().getRequestServletPath().startsWith("/staff/")) {
                Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
                while (events.hasNext()) {
                    if (answered(faces, events.next().getContext().getException())) {
                        events.remove();
                    }
                }
            }
            getWrapped().handle();
        }

        private static boolean answered(FacesContext faces, Throwable thrown) {
            Optional<Refused> refused = refusal(thrown);
            if (Causes.find(thrown, ViewExpiredException.class).isPresent()) {
                lead(faces, faces.getExternalContext().getRequestServletPath() + "?old=1" + about(faces));
            } else if (Causes.find(thrown, UnauthenticatedException.class).isPresent()) {
                lead(faces, WayBack.throughSignIn((HttpServletRequest) faces.getExternalContext().getRequest()));
            } else if (Causes.find(thrown, AuthorizationException.class).isPresent()) {
                error(faces, HttpServletResponse.SC_FORBIDDEN, new Refused("account.notYours"));
            } else if (refused.isPresent() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
                CDI.current().select(Problems.class).get().add("", refused.get());
                faces.renderResponse();
            } else if (refused.isPresent()) {
                error(faces, HttpServletResponse.SC_CONFLICT, refused.get());
            } else if (Causes.isDatabase(thrown)) {
                error(faces, HttpServletResponse.SC_SERVICE_UNAVAILABLE, new Refused("platform.error.notNow"));
            } else {
                return false;
            }
            return true;
        }

        /** What the page was about, if its form says so: {@code &w=…}. */
        private static String about(FacesContext faces) {
            String about = faces.getExternalContext().getRequestParameterMap().get("w");
            return about != null && ABOUT.matcher(about).matches() ? "&w=" + about : "";
        }

        private static Optional<Refused> refusal(Throwable thrown) {
            boolean crossed = Causes.find(thrown, OptimisticLockException.class).isPresent();
            return crossed ? Optional.of(new Refused("account.crossed")) : Causes.find(thrown, Refused.class);
        }

        private static void lead(FacesContext faces, String path) {
            try {
                faces.getExternalContext().redirect(path);
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }

        private static void error(FacesContext faces, int status, Refused why) {
            ExternalContext external = faces.getExternalContext();
            try {
                external.getRequestMap().put(Router.REFUSED, why);
                external.responseSendError(status, null);
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
    }
}
