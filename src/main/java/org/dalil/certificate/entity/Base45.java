package org.dalil.certificate.entity;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** RFC 9285: bytes as the 45 characters that a QR code holds best. */
public final class Base45 {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() { }

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int value = pair ? (bytes[i] & 255) << 8 | bytes[i + 1] & 255 : bytes[i] & 255;
            text.append(CHARACTERS.charAt(value % 45)).append(CHARACTERS.charAt(value / 45 % 45));
            if (pair) {
                text.append(CHARACTERS.charAt(value / 2025));
            }
        }
        return text.toString();
    }

    /** The bytes, or nothing if no bytes are written so. */
    public static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            int value = 0;
            int most = Math.min(3, text.length() - i);
            for (int j = most - 1; j >= 0; j--) {
                int digit = CHARACTERS.indexOf(text.charAt(i + j));
                if (digit < 0) {
                    return Optional.empty();
                }
                value = value * 45 + digit;
            }
            if (most == 1 || value > (most == 3 ? 65535 : 255)) {
                return Optional.empty();
            }
            if (most == 3) {
                bytes.write(value >> 8);
            }
            bytes.write(value);
        }
        return Optional.of(bytes.toByteArray());
    }
}
