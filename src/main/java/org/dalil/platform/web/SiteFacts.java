package org.dalil.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import org.dalil.platform.control.Installation;

/** What every page may say about the site: {@code #{site.name}}. */
@Named("site")
@ApplicationScoped
public class SiteFacts {

    @Inject
    Installation installation;

    /** Neutral: it is the title of every tab. */
    public String getName() {
        return installation.setting("DALIL_NAME").orElse("Dalil");
    }

    /** Whether the site has a name of its own; otherwise it is Dalil in each language. */
    public boolean isNamed() {
        return installation.setting("DALIL_NAME").isPresent();
    }

    /** The address people type. */
    public String getAddress() {
        return installation.site();
    }

    /** The address as it is read aloud and typed: without the scheme. */
    public String getTyped() {
        return installation.site().replaceFirst("^https?://", "");
    }

    /** Where the learners live: the hours that "saved 14:03" means. */
    public ZoneId getZone() {
        return installation.zone();
    }
}
