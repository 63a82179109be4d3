package org.dalil.platform.entity;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** RFC 4648 §6, without padding: bytes as letters and digits that a QR code holds well and that no copying changes. */
public final class Base32 {

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() { }

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 255;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(CHARACTERS.charAt(held >> bits - 5 & 31));
            }
            held &= 31;
        }
        return bits == 0 ? text.toString() : text.append(CHARACTERS.charAt(held << 5 - bits & 31)).toString();
    }

    /** The bytes, or nothing if no bytes are written so. */
    public static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char c : text.toCharArray()) {
            int digit = CHARACTERS.indexOf(c);
            if (digit < 0) {
                return Optional.empty();
            }
            held = held << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bits < 5 && held == 0 ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
