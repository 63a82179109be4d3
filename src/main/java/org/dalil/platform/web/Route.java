package org.dalil.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An address of learners and the page behind it.
 *
 * @param pattern  parts in braces stand for one part of an address, for example {@code /c/{course}/{module}/{card}};
 *                 the language stands before it and is not part of it
 * @param page     the page's file, for example {@code /learn/lesson.xhtml}
 * @param method   whether the page also takes a form
 */
public record Route(String pattern, String page, Method method) {

    /** What a route answers to. */
    public enum Method {
        /** A page to read. */ GET,
        /** A page with a form. */ GET_AND_POST,
        /** A form that begins something for whoever has nothing yet, hence without a token. */ OPEN_POST
    }

    public static Route get(String pattern, String page) {
        return new Route(pattern, page, Method.GET);
    }

    public static Route form(String pattern, String page) {
        return new Route(pattern, page, Method.GET_AND_POST);
    }

    public static Route begin(String pattern, String page) {
        return new Route(pattern, page, Method.OPEN_POST);
    }

    /** The page's name, which is also that of its style sheet: {@code lesson}. */
    public String name() {
        return page.substring(page.lastIndexOf('/') + 1, page.lastIndexOf('.'));
    }

    /** What stands in the braces, if the address fits the pattern. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                if (!given[i].matches("[A-Za-z0-9-]{1,64}")) {
                    return Optional.empty();
                }
                values.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
