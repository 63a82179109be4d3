package org.dalil.certificate.entity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/** W3C Bitstring Status List 1.0: a bit for each number, set if that certificate is revoked. */
public final class RevokedList {

    /** Numbers a list: the least that the standard allows, so that asking for a list says nothing about whom. */
    public static final int LENGTH = 131_072;

    private RevokedList() { }

    /** Which list a number is in, from 1. */
    public static int list(int number) {
        return number / LENGTH + 1;
    }

    /** Its place in that list. */
    public static int index(int number) {
        return number % LENGTH;
    }

    /** {@code encodedList}: multibase base64url of the compressed bits, the first bit of a byte being its highest. */
    public static String encoded(Collection<Integer> numbers, int list) {
        byte[] bits = new byte[LENGTH / 8];
        numbers.stream().filter(n -> list(n) == list).map(RevokedList::index).forEach(i -> bits[i / 8] |= (byte) (128 >> i % 8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }
}
