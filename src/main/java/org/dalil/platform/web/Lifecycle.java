package org.dalil.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.dalil.platform.control.EmbeddedDatabase;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Startup;

/** Begins when the server begins, and stops the database after the last request. */
@WebListener
public class Lifecycle implements ServletContextListener {

    @Inject
    Startup startup;

    @Inject
    EmbeddedDatabase database;

    @Inject
    Installation installation;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (installation.isSecure()) {
            // As the visit's cookie: no other host, and nobody on the way who answers over plain HTTP, can plant or read it.
            SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
            cookie.setName("__Host-" + cookie.getName());
            cookie.setPath("/");
            cookie.setSecure(true);
        }
        startup.begin();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        startup.stop();
        database.stop();
    }
}
