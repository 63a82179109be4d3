package org.dalil.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.dalil.platform.control.Installation;

/**
 * The address that a request came from, for the brakes on guessing; the only place that asks for it. Without {@code DALIL_BEHIND_PROXY=true}
 * it is the connection's, and no header is believed. Behind a proxy it is what that proxy saw: proxies append to {@code X-Forwarded-For},
 * so only the last value of the last such line is the proxy's own, and all before it are whatever the client wrote.
 */
@ApplicationScoped
public class Caller {

    /** Where the proxy says nothing that is an address: all such requests are counted as one. */
    static final String UNKNOWN = "unknown";

    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=[^:]*:[^:]*:)[0-9a-fA-F:.]{2,45}");

    @Inject Installation installation;

    /** The address whose tries are counted, as text. */
    public String address(HttpServletRequest request) {
        return address(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")), installation.isBehindProxy());
    }

    /** @param peer the connection's address @param forwarded the lines of X-Forwarded-For, in their order */
    static String address(String peer, List<String> forwarded, boolean behindProxy) {
        if (!behindProxy || forwarded.isEmpty()) {
            return peer;
        }
        String line = forwarded.get(forwarded.size() - 1);
        String last = line.substring(line.lastIndexOf(',') + 1).strip();
        return IPV4.matcher(last).matches() || IPV6.matcher(last).matches() ? last : UNKNOWN;
    }
}
