package org.dalil.help;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.help.control.ChannelCheckStore;
import org.dalil.help.entity.Channel;
import org.dalil.help.entity.ChannelCheck;
import org.dalil.help.entity.HelpRegion;
import org.dalil.help.entity.Offer;
import org.dalil.platform.control.AfterCommit;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;

/**
 * Where to turn. Kept in memory with its checks, so that Help is there also while the database is away.
 */
@Door
public class HelpDirectory {

    @Inject ChannelCheckStore store;
    @Inject AuditTrail audit;
    @Inject AfterCommit afterCommit;

    private volatile List<HelpRegion> regions = List.of();
    private final Map<String, ChannelCheck> checks = new ConcurrentHashMap<>();
    private volatile boolean showsUnchecked;

    /** Takes the directory that was read with the courses, and what has been checked of it. */
    @RequiresPermissions("course:publish")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void publish(List<HelpRegion> read) {
        checks.clear();
        checks.putAll(store.all());
        showsUnchecked = store.showsUnchecked();
        regions = List.copyOf(read);
    }

    /** All regions that have words in this language. */
    @OpenToAll
    public List<HelpRegion> regions(String language) {
        return regions.stream().filter(r -> r.words().containsKey(language)).toList();
    }

    /**
     * What someone may be shown of a region: everything but telephone channels that nobody has checked; those, too, with
     * their mark, if the site shows them.
     */
    @OpenToAll
    public List<Offer> offers(HelpRegion region, String audience, String language) {
        return region.channelsFor(audience).stream().filter(c -> c.words().containsKey(language))
                .flatMap(c -> offer(c).stream()).toList();
    }

    private Optional<Offer> offer(Channel channel) {
        if (!channel.kind().needsChecking()) {
            return Optional.of(new Offer(channel, null, false));
        }
        return check(channel).map(check -> new Offer(channel, check.at(), false))
                .or(() -> showsUnchecked ? Optional.of(new Offer(channel, null, true)) : Optional.empty());
    }

    private Optional<ChannelCheck> check(Channel channel) {
        return Optional.ofNullable(checks.get(channel.id())).filter(check -> check.holdsFor(channel));
    }

    /** The telephone channels of all regions with their checks, for those who check them. */
    @RequiresPermissions("help:check")
    public Map<Channel, Optional<ChannelCheck>> telephone() {
        Map<Channel, Optional<ChannelCheck>> all = new java.util.LinkedHashMap<>();
        regions.stream().flatMap(r -> r.channels().stream()).filter(c -> c.kind().needsChecking())
                .forEach(c -> all.put(c, check(c)));
        return all;
    }

    /** Somebody called it and it is right. */
    @RequiresPermissions("help:check")
    @Transactional
    public void check(String channelId) {
        Channel channel = telephoneChannel(channelId);
        ChannelCheck check = store.check(channel, AuditTrail.actor());
        afterCommit.run(() -> checks.put(channelId, check));
        audit.record("help.check", channelId + " " + channel.value());
    }

    /** It is not right (any more). */
    @RequiresPermissions("help:check")
    @Transactional
    public void uncheck(String channelId) {
        store.uncheck(telephoneChannel(channelId).id());
        afterCommit.run(() -> checks.remove(channelId));
        audit.record("help.uncheck", channelId);
    }

    /** Shows or hides numbers that nobody has called. */
    @RequiresPermissions("setting:change")
    @Transactional
    public void showUnchecked(boolean show) {
        store.showUnchecked(show);
        afterCommit.run(() -> showsUnchecked = show);
        audit.record(show ? "help.show-unchecked" : "help.hide-unchecked", "site");
    }

    @RequiresPermissions("help:check")
    public boolean showsUnchecked() {
        return showsUnchecked;
    }

    private Channel telephoneChannel(String id) {
        return regions.stream().flatMap(r -> r.channels().stream())
                .filter(c -> c.id().equals(id) && c.kind().needsChecking()).findFirst()
                .orElseThrow(() -> new org.dalil.platform.entity.Refused("platform.error.notFound"));
    }
}
