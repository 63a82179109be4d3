package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one clock. Everything that needs the time has this injected; the time a phone shows is never asked. */
@ApplicationScoped
public class TimeSource {

    @Produces
    @ApplicationScoped
    public Clock clock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), java.time.Duration.ofMillis(1));
    }
}
