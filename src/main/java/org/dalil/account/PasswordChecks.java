package org.dalil.account;

import jakarta.inject.Inject;
import java.util.Optional;
import org.dalil.account.control.PasswordHashing;
import org.dalil.account.entity.Passwords;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/** Passwords of people who are no staff: the same rules and the same few hashes at a time, wherever they are kept. */
@Door
public class PasswordChecks {

    @Inject PasswordHashing hashing;

    /** What to keep of a password somebody has chosen. @throws Refused if it can't be one, or too many wait */
    @OpenToAll
    public String hash(String password) {
        Passwords.check(password);
        try {
            return hashing.of(password);
        } catch (PasswordHashing.Busy e) {
            throw new Refused("account.signIn.busy");
        }
    }

    /** Whether it is this password; without a hash as much work, and never true. @throws Refused if too many wait */
    @OpenToAll
    public boolean matches(String password, Optional<String> hash) {
        try {
            return hashing.matches(password == null ? "" : password, hash);
        } catch (PasswordHashing.Busy e) {
            throw new Refused("account.signIn.busy");
        }
    }
}
