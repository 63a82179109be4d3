package org.dalil.help.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way to get help: a number, a chat, a web tool, or plain guidance.
 *
 * @param id        stable and unique over all regions
 * @param value     the number or address; empty for guidance
 * @param audiences slugs of the audiences it is for, for example {@code teens}
 * @param hours     {@code always}, {@code unknown}, or from and to such as {@code 08:00-20:00}; empty where hours mean nothing
 * @param sources   ids of the sources that name it
 * @param reviewBy  the day by which someone should look whether it is still right
 * @param words     by language
 */
public record Channel(String id, Kind kind, String value, Set<String> audiences, String hours, List<String> sources,
                      LocalDate reviewBy, Map<String, Words> words) {

    /** How one gets through. */
    public enum Kind {
        PHONE, CHAT, WEB, GUIDANCE;

        /** Whether it stays hidden until somebody has tried it: a wrong number does harm, a wrong page is only a nuisance. */
        public boolean needsChecking() {
            return this == PHONE || this == CHAT;
        }
    }

    /**
     * What a channel says in one language.
     *
     * @param what   what it is, in one or two sentences
     * @param expect what will happen: who will know, whether a woman answers, what becomes of the phone
     */
    public record Words(String name, String what, List<String> expect) { }
}
