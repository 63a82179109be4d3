package org.dalil.help.entity;

import java.time.Instant;

/**
 * Somebody called this number and found it right.
 *
 * @param value the number that was called: if the files name another one later, nothing was checked
 * @param by    the name they sign in with
 */
public record ChannelCheck(String channelId, String value, String by, Instant at) {

    /** Whether it speaks of this channel as the files have it now. */
    public boolean holdsFor(Channel channel) {
        return channel.id().equals(channelId) && channel.value().equals(value);
    }
}
