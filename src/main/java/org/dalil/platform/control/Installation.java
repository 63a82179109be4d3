package org.dalil.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dalil.platform.entity.CannotStart;

/**
 * How this copy of Dalil was set up: the environment's variables, read in one place.
 *
 * <p>{@code DALIL_DATA} the data directory; {@code DALIL_KEYS} the directory of keys, never inside the former;
 * {@code DB_URL} an external database instead of the embedded one; {@code DALIL_COURSES} the folder of courses;
 * {@code DALIL_THEME} the brand; {@code DALIL_EXIT} the address that the way out leads to; {@code DALIL_SITE} the
 * address people type, for QR codes; {@code DALIL_SAFEGUARDING} the site's own contact; {@code DALIL_PORT} and {@code
 * DALIL_DB_PORT} the ports.
 */
@ApplicationScoped
public class Installation {

    private static final Pattern SITE = Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private Path data;

    @PostConstruct
    void find() {
        String named = setting("DALIL_DATA").orElse(System.getProperty("dalil.data", ""));
        data = named.isBlank() ? null : Path.of(named).toAbsolutePath().normalize();
    }

    /** The value of an environment variable, or nothing where it is unset or blank. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(raw(name)).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** As it stands in the environment, or null. */
    String raw(String name) {
        return System.getenv(name);
    }

    /** The server's own filters read these two as they stand, and Java without the spaces: they would not agree on where the site is. */
    private void refuseSpaces(String name) {
        String value = raw(name);
        if (value != null && !value.equals(value.strip())) {
            throw new CannotStart(name + " must have no spaces around its value, but is \"" + value + "\".");
        }
    }

    /**
     * The directory that holds everything worth keeping.
     *
     * @throws CannotStart if none is named
     */
    public Path data() {
        if (data == null) {
            throw new CannotStart("Please say where the data shall lie: set DALIL_DATA to a directory, for example "
                    + "DALIL_DATA=/var/lib/dalil, and start again.");
        }
        return data;
    }

    /** Where uploads lie while they are read: in the data directory, otherwise in the server's own temporary one. Made on first use. */
    public Path uploads() {
        return data != null ? data.resolve("uploads")
                : Path.of(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir"))).resolve("dalil-uploads");
    }

    /** The directory of keys: beside the data directory, never inside it, so that a copy of the data opens nothing. */
    public Path keys() {
        Path keys = setting("DALIL_KEYS").map(Path::of).orElseGet(() -> data().resolveSibling(data().getFileName() + ".keys"))
                .toAbsolutePath().normalize();
        if (keys.startsWith(data())) {
            throw new CannotStart("The keys must not lie inside the data directory: set DALIL_KEYS to a directory outside "
                    + data() + ".");
        }
        return keys;
    }

    /** Whether the embedded database is used. */
    public boolean embedded() {
        return setting("DB_URL").isEmpty();
    }

    /** The folder of courses: named, or beside the server, or in the project that the server was started from. */
    public Path courses() {
        return Path.of(setting("DALIL_COURSES").orElseGet(() -> System.getProperty("dalil.courses",
                Path.of(System.getProperty("jboss.home.dir", "."), "courses").toString())));
    }

    public int port() {
        return number("DALIL_PORT", 8080) + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    }

    public int databasePort() {
        return number("DALIL_DB_PORT", 13306);
    }

    /**
     * The address people type, for QR codes and the console, without a slash at the end.
     *
     * @throws CannotStart if it is none, or none is named behind a proxy, where this server's own is of no use to anybody,
     *                     or this or DALIL_BEHIND_PROXY has spaces around it
     */
    public String site() {
        refuseSpaces("DALIL_SITE");
        refuseSpaces("DALIL_BEHIND_PROXY");
        Optional<String> named = setting("DALIL_SITE").map(s -> s.replaceAll("/+$", ""));
        if (named.filter(s -> !SITE.matcher(s).matches()).isPresent()) {
            throw new CannotStart("DALIL_SITE must be the address people type, such as https://learn.example.org, but is \"" + named.get() + "\".");
        }
        if (named.isEmpty() && isBehindProxy()) {
            throw new CannotStart("With DALIL_BEHIND_PROXY=true, set DALIL_SITE to the address people type, such as https://learn.example.org: "
                    + "whether they come over TLS is read from it, not from a request.");
        }
        return named.orElseGet(() -> "http://127.0.0.1:" + port());
    }

    /** Whether people come over TLS: what the address that they type says, never what a request says. */
    public boolean isSecure() {
        return setting("DALIL_SITE").filter(s -> s.startsWith("https://")).isPresent();
    }

    /** Whether exactly one proxy stands before this server, and says who asks. */
    public boolean isBehindProxy() {
        return setting("DALIL_BEHIND_PROXY").filter("true"::equals).isPresent();
    }

    /** The folder of {@code themes/} that is this site's brand. */
    public String theme() {
        return setting("DALIL_THEME").orElse("dalil");
    }

    /** The time zone of the people who learn here: {@code DALIL_ZONE}, otherwise Baghdad's. */
    public java.time.ZoneId zone() {
        String zone = setting("DALIL_ZONE").orElse("Asia/Baghdad");
        try {
            return java.time.ZoneId.of(zone);
        } catch (java.time.DateTimeException e) {
            throw new CannotStart("DALIL_ZONE must be a time zone such as Asia/Baghdad, but is \"" + zone + "\".");
        }
    }

    private int number(String name, int otherwise) {
        return number(name, otherwise, 65_535, "a port");
    }

    /**
     * A setting that is a whole number.
     *
     * @param what for the sentence: what it has to be
     * @throws CannotStart if it is none between 1 and the most
     */
    public int number(String name, int otherwise, int most, String what) {
        String value = setting(name).orElse(String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below with the same sentence
        }
        throw new CannotStart(name + " must be " + what + " between 1 and " + most + ", but is \"" + value + "\".");
    }
}
