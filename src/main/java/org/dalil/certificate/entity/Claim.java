package org.dalil.certificate.entity;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dalil.platform.entity.Base32;

/**
 * What a certificate says, in the square code and in the credential alike.
 *
 * @param keyId   the key it says it is signed with: a thumbprint's first 8 bytes, in hexadecimal
 * @param number  its number, which is also its place in the list of revoked ones
 * @param track   the slug of the profession's track
 * @param salt    8 bytes in hexadecimal
 * @param digests of the holder's name in each spelling on the paper, the first 16 hexadecimal digits each
 */
public record Claim(String keyId, CertificateCode code, int number, Instant issued, Instant expires, String track, String salt,
                    List<String> digests) {

    /** How a square code begins; what follows is Base32. */
    public static final String PREFIX = "DL1:";

    private static final byte FORMAT = 1;
    private static final int DIGITS = 16;
    private static final int SIGNATURE = PublicKeyHalf.SIGNATURE;

    /** @param names the spellings that stand on the paper */
    public static Claim of(PublicKeyHalf key, CertificateCode code, int number, Instant issued, Instant expires, String track,
            String salt, List<String> names) {
        return new Claim(HexFormat.of().formatHex(key.shortId()), code, number, issued, expires, track, salt,
                names.stream().map(name -> NameDigest.of(name, salt).substring(0, DIGITS)).toList());
    }

    /** A square code that was read. @param content what is signed */
    public record Signed(Claim claim, byte[] content, byte[] signature) { }

    /** Whether this is one of the names. */
    public boolean bears(String name) {
        return digests.contains(NameDigest.of(name, salt).substring(0, DIGITS));
    }

    /** Whether it says that this key signed it. */
    public boolean names(PublicKeyHalf key) {
        return HexFormat.of().formatHex(key.shortId()).equals(keyId);
    }

    /** The bytes to be signed: format, key, code, number, two times in seconds, track, salt, names. */
    public byte[] content() {
        byte[] path = track.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(200);
        out.put(FORMAT).put(HexFormat.of().parseHex(keyId)).put(code.bytes()).putInt(number)
                .putInt((int) issued.getEpochSecond()).putInt((int) expires.getEpochSecond())
                .put((byte) path.length).put(path).put(HexFormat.of().parseHex(salt)).put((byte) digests.size());
        digests.forEach(digest -> out.put(HexFormat.of().parseHex(digest)));
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The text of the square code. */
    public String qr(byte[] signature) {
        byte[] content = content();
        byte[] all = Arrays.copyOf(content, content.length + SIGNATURE);
        System.arraycopy(signature, 0, all, content.length, SIGNATURE);
        return PREFIX + Base32.encode(all);
    }

    /** What such a text says, unproved; nothing if it is none. */
    public static Optional<Signed> read(String text) {
        if (!text.startsWith(PREFIX) || text.length() > 400) {
            return Optional.empty();
        }
        return Base32.decode(text.substring(PREFIX.length())).filter(all -> all.length > SIGNATURE).flatMap(all -> {
            byte[] content = Arrays.copyOf(all, all.length - SIGNATURE);
            return parse(content).map(claim -> new Signed(claim, content, Arrays.copyOfRange(all, content.length, all.length)));
        });
    }

    /** What such bytes say; nothing if they are no claim. */
    public static Optional<Claim> parse(byte[] content) {
        try {
            return Optional.of(read(ByteBuffer.wrap(content)));
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Claim read(ByteBuffer in) {
        if (in.get() != FORMAT) {
            throw new IllegalArgumentException("another format");
        }
        String key = hex(in, PublicKeyHalf.SHORT);
        CertificateCode code = CertificateCode.of(HexFormat.of().parseHex(hex(in, CertificateCode.BYTES)));
        int number = in.getInt();
        Instant issued = time(in);
        Instant expires = time(in);
        byte[] track = new byte[in.get() & 63];
        in.get(track);
        String salt = hex(in, 8);
        List<String> digests = new ArrayList<>();
        for (int i = in.get() & 7; i > 0; i--) {
            digests.add(hex(in, DIGITS / 2));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("too long");
        }
        return new Claim(key, code, number, issued, expires, new String(track, StandardCharsets.US_ASCII), salt, List.copyOf(digests));
    }

    private static Instant time(ByteBuffer in) {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()));
    }

    private static String hex(ByteBuffer in, int bytes) {
        byte[] out = new byte[bytes];
        in.get(out);
        return HexFormat.of().formatHex(out);
    }
}
