package org.dalil.certificate.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SiteFacts;

/** Words about certificates in the reader's language. */
@RequestScoped
public class CertificateWords {

    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject SiteFacts site;

    /** A day as it is written. */
    String day(Instant moment) {
        DateFormat format = DateFormat.getInstanceForSkeleton("dMMMMy", language.get().cldr());
        format.setTimeZone(TimeZone.getTimeZone(site.getZone().getId()));
        return format.format(Date.from(moment));
    }

    /** @param slug of a track */
    String track(String slug) {
        return texts.get("certificate.track." + slug);
    }
}
