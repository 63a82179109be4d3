package org.dalil.help.entity;

import java.time.Instant;

/**
 * A channel as a learner may see it. There is none for a telephone channel that nobody has checked, unless the site shows
 * unchecked ones; then it says so.
 *
 * @param checkedAt when somebody called it; null for web tools and guidance, and for unchecked ones
 * @param unchecked whether it bears the mark that nobody has called it
 */
public record Offer(Channel channel, Instant checkedAt, boolean unchecked) { }
