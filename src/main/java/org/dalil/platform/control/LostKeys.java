package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.platform.entity.CannotStart;

/**
 * Keys are made on first use. Where rows in the database need a key, one that is not there was lost, and another one made in its place
 * would hide that until nobody remembers where the copy is: better not to start. Whoever has no copy says so by a setting; then a new
 * version of the key is made, and the old one, if it is ever found, can still be put back beside it (decision 0038). What was said of one
 * version holds for no later one.
 */
@ApplicationScoped
public class LostKeys {

    private static final Logger LOG = Logger.getLogger(LostKeys.class.getName());

    private static final Pattern ACCEPTED = Pattern.compile("accepted(?:-([1-9][0-9]{0,3}))?");

    @Inject Installation installation;
    @Inject Keys keys;

    /**
     * What a key is needed for, in the words of the sentence that refuses the start.
     *
     * @param rows    what needs the key, as the sentence begins, for example {@code Names of candidates}
     * @param loss    what going on without it means, as it goes on after "knowing that"
     * @param setting the variable that says, by {@code accepted}, that there is no copy of the first version; of versions 1 to 2 by
     *                {@code accepted-2}, and so on
     */
    public record Need(String rows, String loss, String setting) { }

    /**
     * @param needed the versions that rows in the database were made with
     * @param fits   whether the version that is there is the one that made them
     * @throws CannotStart if a needed key is missing, or another one lies in its place, and nobody has accepted that
     */
    public void check(String purpose, Need need, List<Integer> needed, IntPredicate fits) {
        List<Integer> lost = needed.stream().filter(version -> !keys.isThere(purpose, version) || !fits.test(version)).toList();
        if (lost.isEmpty()) {
            return;
        }
        lost.forEach(version -> accept(need, version, purpose + "-" + version + ".key", keys.isThere(purpose, version)));
        int newest = Math.max(keys.newest(purpose), needed.stream().mapToInt(v -> v).max().orElse(0));
        if (lost.contains(newest)) {
            keys.key(purpose, newest + 1, "AES");
        }
    }

    /**
     * A key is lost.
     *
     * @param version which one it is: of keys without versions, how many were lost, with this one
     * @param file    where it should lie in the directory of keys
     * @param another whether another one lies there
     * @throws CannotStart if nobody has accepted that
     */
    public void accept(Need need, int version, String file, boolean another) {
        String word = version == Keys.CURRENT ? "accepted" : "accepted-" + version;
        if (accepted(need) < version) {
            throw new CannotStart(need.rows() + " lie in the database, and the key that they need, " + file + ", is "
                    + (another ? "another than the one in " : "not in ") + installation.keys()
                    + ": put it there from its copy and start again, or, if there is no copy, set " + need.setting()
                    + "=" + word + " to go on, knowing that " + need.loss() + ".");
        }
        LOG.warning(need.rows() + ": " + file + " is lost, and " + need.setting() + " goes on, knowing that " + need.loss() + ".");
    }

    /** The last version whose loss is accepted; 0 if none is. */
    private int accepted(Need need) {
        return installation.setting(need.setting()).map(ACCEPTED::matcher).filter(Matcher::matches)
                .map(word -> word.group(1) == null ? Keys.CURRENT : Integer.parseInt(word.group(1))).orElse(0);
    }
}
