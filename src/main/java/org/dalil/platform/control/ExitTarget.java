package org.dalil.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.Language;

/**
 * Where the way out leads: the site's setting, or a month's calendar of our own where that can't be reached, as on a laptop
 * without a network.
 *
 * <p>Whether it can be reached is known beforehand, from a connection that is opened and closed every minute: someone who
 * leaves must not wait for a time-out. The connection carries nothing and is the same whoever is here.
 */
@ApplicationScoped
public class ExitTarget {

    @Inject
    Installation installation;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private URI setting;
    private volatile boolean reachable;

    @PostConstruct
    void find() {
        String value = installation.setting("DALIL_EXIT").orElse("https://www.bbc.com/weather");
        if (value.equals("calendar")) {
            return;
        }
        try {
            setting = URI.create(value);
        } catch (IllegalArgumentException e) {
            setting = null;
        }
        if (setting == null || setting.getHost() == null || !String.valueOf(setting.getScheme()).matches("https?")) {
            throw new CannotStart("DALIL_EXIT must be a web address, or \"calendar\" for a page of our own, but is \"" + value + "\".");
        }
        scheduler.scheduleWithFixedDelay(this::look, 0, 60, TimeUnit.SECONDS);
    }

    private void look() {
        int port = setting.getPort() > 0 ? setting.getPort() : setting.getScheme().equals("http") ? 80 : 443;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(setting.getHost(), port), 3000);
            reachable = true;
        } catch (IOException | RuntimeException unreachable) {
            reachable = false;
        }
    }

    /** The address to lead to now. */
    public String address(Language language) {
        return reachable ? setting.toString() : "/calendar/" + language.tag();
    }
}
