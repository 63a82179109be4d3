package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;

/**
 * Forms of staff do their work once, however often they are sent. A door asks {@link #before} first of all, and what it is told then is
 * its answer; otherwise it does its work and notes it with {@link #done}, in the same transaction. Of two that come at once, the second
 * waits for the first.
 *
 * <p>What may lie in no table, such as the code of a card, is made of the form itself ({@link #secret}), so that it can be shown to whoever
 * sends the form again, and to nobody else: a form is taken from whoever was shown it only.
 */
@ApplicationScoped
public class Submissions {

    @Inject SubmissionStore store;
    @Inject Keys keys;

    /**
     * What this form did.
     *
     * @param act     what it does, as in the audit trail
     * @param subject to what, and all that was typed: ids and numbers, or {@link #contentOf}
     * @return what was noted of it; nothing if it is here for the first time
     * @throws Refused if it was sent by somebody else then, or for something else
     */
    public Optional<String> before(Submission form, String act, String subject) {
        String actor = AuditTrail.actor();
        if (store.add(form, act, actor, subject)) {
            return Optional.empty();
        }
        return Optional.of(store.result(form, act, actor, subject).orElseThrow(() -> new Refused("platform.form.stale")));
    }

    /**
     * A subject for what was typed: another text is another subject, and whoever reads the table learns nothing of the words.
     *
     * @param typed in a fixed order: lists of lists, and anything that has a text
     * @return 64 letters and digits
     */
    public String contentOf(Submission form, Object... typed) {
        return HexFormat.of().formatHex(keys.mac("submission-id", Keys.CURRENT, form.id() + measured(Arrays.asList(typed))));
    }

    /** With how long each part is, so that nothing can move from one to the next. */
    private static String measured(Object part) {
        if (part instanceof Collection<?> parts) {
            return " " + parts.size() + parts.stream().map(Submissions::measured).collect(Collectors.joining());
        }
        String text = String.valueOf(part);
        return " " + text.length() + " " + text;
    }

    /** Notes what it did. @param result ids and numbers */
    public void done(Submission form, String act, String result) {
        store.finish(form, act, result);
    }

    /** Notes that it did nothing after all: sent again, it is here for the first time. What this person sent for this subject only. */
    public void takeBack(Submission form, String act, String subject) {
        store.remove(form, act, AuditTrail.actor(), subject);
    }

    /** 32 bytes that nobody can guess and that are the same each time this form is sent. @param what they are for */
    public byte[] secret(Submission form, String what) {
        return keys.mac("submission", Keys.CURRENT, form.id() + " " + what);
    }
}
