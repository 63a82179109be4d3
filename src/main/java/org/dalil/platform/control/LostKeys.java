package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.logging.Logger;
import org.dalil.platform.entity.CannotStart;

/**
 * Keys are made on first use. Where rows in the database need a key, one that is not there was lost, and another one made in its place
 * would hide that until nobody remembers where the copy is: better not to start. Whoever has no copy says so by a setting; then a new
 * version of the key is made, and the old one, if it is ever found, can still be put back beside it (decision 0038).
 */
@ApplicationScoped
public class LostKeys {

    private static final Logger LOG = Logger.getLogger(LostKeys.class.getName());

    @Inject Installation installation;
    @Inject Keys keys;

    /**
     * @param rows     what needs the key, in a sentence's beginning, for example {@code Names of candidates}
     * @param needed   the versions that rows in the database were made with
     * @param fits     whether the version that is there is the one that made them
     * @param setting  the variable that says, by {@code accepted}, that there is no copy
     * @throws CannotStart if a needed key is missing, or another one lies in its place, and nobody has accepted that
     */
    public void check(String purpose, String rows, List<Integer> needed, IntPredicate fits, String setting) {
        boolean accepted = installation.setting(setting).filter("accepted"::equals).isPresent();
        List<Integer> lost = needed.stream().filter(version -> !keys.isThere(purpose, version) || !fits.test(version)).toList();
        if (lost.isEmpty()) {
            return;
        }
        String file = purpose + "-" + lost.get(0) + ".key";
        if (!accepted) {
            throw new CannotStart(rows + " lie in the database, and the key that they need, " + file + ", is not in "
                    + installation.keys() + ": put it there from its copy and start again, or, if there is no copy, set " + setting
                    + "=accepted to go on without them.");
        }
        LOG.warning(rows + ": " + file + " is lost, and " + setting + "=accepted goes on without it.");
        int newest = Math.max(keys.newest(purpose), needed.stream().mapToInt(v -> v).max().orElse(0));
        if (lost.contains(newest)) {
            keys.key(purpose, newest + 1, "AES");
        }
    }
}
