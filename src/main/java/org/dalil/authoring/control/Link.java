package org.dalil.authoring.control;

/**
 * A link in Markdown.
 *
 * @param item where it stands, for example {@code line 12}
 */
record Link(String item, String destination) {

    /** The part before the first colon, empty if there is none. */
    String scheme() {
        int colon = destination.indexOf(':');
        return colon < 0 ? "" : destination.substring(0, colon);
    }

    /** The part after the first colon. */
    String rest() {
        return destination.substring(destination.indexOf(':') + 1);
    }
}
