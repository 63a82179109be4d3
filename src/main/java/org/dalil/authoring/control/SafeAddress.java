package org.dalil.authoring.control;

import java.util.regex.Pattern;

/** Which addresses a link may have at all; whether what it names exists is for the rules. */
final class SafeAddress {

    private static final Pattern SAFE = Pattern.compile(
            "glossary:[a-z0-9-]+|source:[a-z0-9-]+|course:[A-Z][0-9]{1,2}|help:|https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~/?&=%#+-]*)?");

    private SafeAddress() { }

    static boolean isSafe(String address) {
        return SAFE.matcher(address).matches();
    }
}
