package org.dalil.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.dalil.platform.control.EmbeddedDatabase;
import org.dalil.platform.control.Startup;

/** Begins when the server begins, and stops the database after the last request. */
@WebListener
public class Lifecycle implements ServletContextListener {

    @Inject
    Startup startup;

    @Inject
    EmbeddedDatabase database;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        startup.begin();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        startup.stop();
        database.stop();
    }
}
