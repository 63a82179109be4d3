package org.dalil.platform.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of learners and the page behind it.
 *
 * @param pattern  parts in braces stand for one part of an address, for example {@code /c/{course}/{module}/{card}};
 *                 the language stands before it and is not part of it
 * @param page     the page's file, for example {@code /learn/lesson.xhtml}
 * @param method   whether the page also takes a form
 * @param parts    the pattern cut at its slashes
 */
public record Route(String pattern, String page, Method method, List<String> parts) {

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Route(String pattern, String page, Method method) {
        this(pattern, page, method, parts(pattern));
    }


    /** What a route answers to. */
    public enum Method {
        /** A page to read. */ GET,
        /** A page with a form. */ GET_AND_POST,
        /** A form that begins a visit, with the token of the cookie that its page set: having none is no excuse. */ ENTRY,
        /** A form that begins something for whoever has nothing yet, hence without a token. */ OPEN_POST
    }

    public static Route get(String pattern, String page) {
        return new Route(pattern, page, Method.GET);
    }

    public static Route form(String pattern, String page) {
        return new Route(pattern, page, Method.GET_AND_POST);
    }

    public static Route entry(String pattern, String page) {
        return new Route(pattern, page, Method.ENTRY);
    }

    public static Route begin(String pattern, String page) {
        return new Route(pattern, page, Method.OPEN_POST);
    }

    /** The page's name, which is also that of its style sheet: {@code lesson}. */
    public String name() {
        return page.substring(page.lastIndexOf('/') + 1, page.lastIndexOf('.'));
    }

    /** What stands in the braces, if the address fits the pattern. */
    Optional<Map<String, String>> match(List<String> given) {
        List<String> wanted = parts();
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < wanted.size(); i++) {
            boolean value = wanted.get(i).startsWith("{");
            if (value ? !VALUE.matcher(given.get(i)).matches() : !wanted.get(i).equals(given.get(i))) {
                return Optional.empty();
            }
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).startsWith("{")) {
                values.put(wanted.get(i).substring(1, wanted.get(i).length() - 1), given.get(i));
            }
        }
        return Optional.of(values);
    }

    /** An address cut at its slashes. */
    static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }
}
