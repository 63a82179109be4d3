package org.dalil.help.web;

import com.ibm.icu.text.DateFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.dalil.help.HelpDirectory;
import org.dalil.help.entity.Channel;
import org.dalil.help.entity.ContactAsked;
import org.dalil.help.entity.HelpRegion;
import org.dalil.help.entity.Offer;
import org.dalil.platform.control.Installation;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/help.xhtml}: what to do first, then where to turn, by region. No look at who or where the reader is. */
@Named("helpPage")
@RequestScoped
public class HelpPage {

    /** The region whose guidance holds everywhere. */
    private static final String WORLD = "world";

    @Inject HelpDirectory directory;
    @Inject Installation installation;
    @Inject Event<ContactAsked> asked;
    @Inject Address address;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    private HelpRegion region;
    private String audience;
    private Optional<String> group = Optional.empty();

    public void open() {
        group = VisitCookie.read(page.request()).map(ContactAsked::new).flatMap(this::ask);
        String wanted = address.get("region").orElse(WORLD);
        region = directory.regions(language.getTag()).stream().filter(r -> r.id().equals(wanted)).findFirst()
                .orElseThrow(page::notFound);
        audience = address.get("audience").orElse("teens");
        if (!List.of("teens", "parents", "responders").contains(audience)) {
            throw page.notFound();
        }
    }

    private Optional<String> ask(ContactAsked question) {
        asked.fire(question);
        return question.contact();
    }

    /** A link with whether it is the one that is open. */
    public record Tab(String url, String title, boolean current) { }

    public List<Tab> getRegions() {
        return directory.regions(language.getTag()).stream().map(r -> new Tab(url(r.id(), audience),
                r.words().get(language.getTag()).title(), r.equals(region))).toList();
    }

    public List<Tab> getAudiences() {
        return java.util.stream.Stream.of("teens", "parents", "responders").map(a -> new Tab(url(region.id(), a),
                texts.get("learning.audience." + a), a.equals(audience))).toList();
    }

    /** Its slug: for whom the channels are listed. */
    public String getAudience() {
        return audience;
    }

    private String url(String regionId, String forWhom) {
        return "/" + language.getTag() + "/help/" + regionId + (forWhom.equals("teens") ? "" : "/" + forWhom);
    }

    /**
     * A channel on the page.
     *
     * @param kind    {@code guidance}, {@code web}, {@code phone} or {@code chat}
     * @param checked the sentence that says when it was checked; empty if it needs no check
     */
    public record Row(String kind, String name, String what, List<String> expect, String value, String href, String hours,
                      String checked, boolean unchecked) { }

    public List<Row> getRows() {
        return directory.offers(region, audience, language.getTag()).stream().map(this::row).toList();
    }

    private Row row(Offer offer) {
        Channel channel = offer.channel();
        Channel.Words words = channel.words().get(language.getTag());
        String href = switch (channel.kind()) {
            case PHONE -> "tel:" + channel.value().replace(" ", "");
            case CHAT, WEB -> channel.value();
            case GUIDANCE -> "";
        };
        return new Row(channel.kind().name().toLowerCase(java.util.Locale.ROOT), words.name(), words.what(), words.expect(),
                channel.value(), href, hours(channel), offer.checkedAt() == null ? ""
                : texts.of("help.checked", DateFormat.getDateInstance(DateFormat.LONG, language.get().cldr()).format(Date.from(offer.checkedAt()))),
                offer.unchecked());
    }

    private String hours(Channel channel) {
        return switch (channel.hours() == null ? "" : channel.hours()) {
            case "" -> "";
            case "always" -> texts.get("help.hours.always");
            case "unknown" -> texts.get("help.hours.unknown");
            default -> channel.hours();
        };
    }

    /** Whether this region has telephone channels that are not shown because nobody has checked them. */
    public boolean isHidden() {
        long all = region.channelsFor(audience).stream().filter(c -> c.words().containsKey(language.getTag())).count();
        return all > getRows().size();
    }

    /** The contact of the reader's own group, or else the site's; empty where there is neither. */
    public String getContact() {
        return group.or(() -> installation.setting("DALIL_SAFEGUARDING")).orElse("");
    }

    /** Whether that contact is the group's. */
    public boolean isGroups() {
        return group.isPresent();
    }
}
