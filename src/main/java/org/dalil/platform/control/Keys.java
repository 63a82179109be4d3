package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dalil.platform.entity.CannotStart;

/**
 * Keys of the installation, one file each, outside the database and the data directory. A key is made on first use; each
 * purpose has its own, with a version, so that it can be changed while old values stay checkable.
 */
@ApplicationScoped
public class Keys {

    /** The version that new values are made with. */
    public static final int CURRENT = 1;

    @Inject
    Installation installation;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    /** Ready for a text, one for each key; never used itself, only its copies: making one costs more than the text does. */
    private final Map<String, Mac> macs = new ConcurrentHashMap<>();

    /**
     * HMAC-SHA-256 (RFC 2104) over the text.
     *
     * @param purpose names the key: values of one purpose say nothing about another's
     * @param version of the key
     * @return 32 bytes
     */
    public byte[] mac(String purpose, int version, String text) {
        try {
            return ((Mac) macs.computeIfAbsent(purpose + "-" + version, name -> ready(key(purpose, version, "HmacSHA256"))).clone())
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own HmacSHA256 can be copied", e);
        }
    }

    private static Mac ready(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** So many bytes that nobody can guess. */
    public byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** Whether this key was made before; asking makes none. */
    public boolean isThere(String purpose, int version) {
        return Files.exists(installation.keys().resolve(purpose + "-" + version + ".key"));
    }

    /** The version that new values of this purpose are made with: the highest that was made, {@link #CURRENT} before any was. */
    public int newest(String purpose) {
        List<Integer> versions = versions(purpose);
        return versions.isEmpty() ? CURRENT : versions.get(versions.size() - 1);
    }

    /** The versions that are there, in their order; asking makes none. */
    public List<Integer> versions(String purpose) {
        Pattern name = Pattern.compile(Pattern.quote(purpose) + "-([1-9][0-9]{0,3})\\.key");
        if (!Files.isDirectory(installation.keys())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(installation.keys())) {
            return files.map(f -> name.matcher(f.getFileName().toString())).filter(Matcher::matches)
                    .map(m -> Integer.valueOf(m.group(1))).sorted().toList();
        } catch (IOException e) {
            throw new CannotStart("The directory of keys " + installation.keys() + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The key, or nothing if it is not there: it is not made by asking. */
    public Optional<SecretKeySpec> found(String purpose, int version, String algorithm) {
        return isThere(purpose, version) ? Optional.of(key(purpose, version, algorithm)) : Optional.empty();
    }

    /** A key of 256 bits for another algorithm, for example {@code AES}; made if it is not there, so only for what is written anew. */
    public SecretKeySpec key(String purpose, int version, String algorithm) {
        return keys.computeIfAbsent(purpose + "-" + version, name -> {
            Path directory = installation.keys();
            try {
                DataDirectory.createPrivate(directory);
            } catch (IOException e) {
                throw new CannotStart("The directory of keys " + directory + " can't be written: " + e.getMessage(), e);
            }
            String secret = DataDirectory.secret(directory.resolve(name + ".key"));
            return new SecretKeySpec(Base64.getUrlDecoder().decode(secret), algorithm);
        });
    }
}
