package org.dalil.help.entity;

import java.util.List;
import java.util.Map;

/**
 * The channels of one region, in the order in which they are offered.
 *
 * @param id    {@code iq}, {@code krd}, {@code jo} or {@code world}
 * @param words by language
 */
public record HelpRegion(String id, List<Channel> channels, Map<String, Words> words) {

    /** The channels for an audience, by its slug. */
    public List<Channel> channelsFor(String audience) {
        return channels.stream().filter(c -> c.audiences().contains(audience)).toList();
    }

    /**
     * What the region is called in one language.
     *
     * @param reviewed whether a named person has reviewed the region's words in this language
     */
    public record Words(String title, boolean reviewed) { }
}
