package org.dalil.workshop.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.dalil.platform.control.DataDirectory;

/**
 * Pictures of one workshop's scans, in a file that only this server's user may read. It is sealed with a key that is in memory only: what a
 * crash leaves behind, nobody can read.
 */
final class PictureFile implements AutoCloseable {

    /** Where a picture lies. @param length in bytes, sealed */
    record Place(long from, int length) { }

    private static final int TAG_BITS = 128;

    private final Path path;
    private final FileChannel channel;
    private final SecretKey key;

    /** @param directory made if need be */
    PictureFile(Path directory) throws IOException {
        DataDirectory.createPrivate(directory);
        path = Files.createTempFile(directory, "pictures", null);
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            key = KeyGenerator.getInstance("AES").generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    Path path() {
        return path;
    }

    /** Keeps a picture. */
    Place add(byte[] png) throws IOException {
        long from = channel.size();
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, from, png);
        ByteBuffer rest = ByteBuffer.wrap(sealed);
        while (rest.hasRemaining()) {
            channel.write(rest, from + rest.position());
        }
        return new Place(from, sealed.length);
    }

    /** A picture that was kept. */
    byte[] read(Place place) throws IOException {
        ByteBuffer sealed = ByteBuffer.allocate(place.length());
        while (sealed.hasRemaining()) {
            if (channel.read(sealed, place.from() + sealed.position()) < 0) {
                throw new IOException("the file of pictures is cut short");
            }
        }
        return cipher(Cipher.DECRYPT_MODE, place.from(), sealed.array());
    }

    /** What lies at a place is written once, so the place is a nonce that is used once with this key. */
    private byte[] cipher(int mode, long place, byte[] bytes) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, ByteBuffer.allocate(12).putLong(4, place).array()));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IOException("a picture can't be sealed or opened", e);
        }
    }

    /** The pictures are gone. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
