package org.dalil.account;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dalil.account.control.FactorStore;
import org.dalil.account.control.SecretBox;
import org.dalil.account.control.SignInThrottle;
import org.dalil.account.control.StaffQuery;
import org.dalil.account.entity.Enrolled;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.RecoveryCode;
import org.dalil.account.entity.SecondFactor;
import org.dalil.account.entity.SignedIn;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.Standing;
import org.dalil.account.entity.Totp;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/**
 * Staff without an authenticator app set one up: between the two steps of signing in, and only then. Open to all because the
 * half-made session is the permission.
 */
@Door
public class Enrolment {

    private static final Duration OFFER = Duration.ofMinutes(30);

    @Inject StaffQuery query;
    @Inject FactorStore factors;
    @Inject SecretBox box;
    @Inject SignInThrottle throttle;
    @Inject Keys keys;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /**
     * A new secret to scan or to type. Nothing is stored: it travels encrypted in the form, for this person and half an hour.
     *
     * @throws Refused if this session may not set one up
     */
    @OpenToAll
    public FactorOffer offer(SignedIn half) {
        Standing standing = unenrolled(half);
        Totp totp = Totp.make();
        ByteBuffer plain = ByteBuffer.allocate(Long.BYTES + totp.secret().length)
                .putLong(clock.instant().plus(OFFER).getEpochSecond()).put(totp.secret());
        return offer(standing, box.seal(plain.array(), "offer " + half.staff()), totp);
    }

    /**
     * The same offer again, after a wrong code: the app has it already.
     *
     * @throws Refused if it is too old, or someone else's
     */
    @OpenToAll
    public FactorOffer sameOffer(SignedIn half, String sealed) {
        Standing standing = unenrolled(half);
        return offer(standing, bytes(sealed), open(half.staff(), sealed));
    }

    private static FactorOffer offer(Standing standing, byte[] sealed, Totp totp) {
        return new FactorOffer(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), totp.text(),
                totp.address(standing.name()));
    }

    /**
     * The app works: a code from it came back.
     *
     * @return the complete session, and the recovery codes, now and never again
     * @throws Refused if the code is wrong, the offer too old, or an app was set up meanwhile
     */
    @OpenToAll
    @Transactional
    public Enrolled confirm(SignedIn half, String sealed, String code) {
        StaffId staff = unenrolled(half).id();
        Totp totp = open(staff, sealed);
        Instant now = clock.instant();
        OptionalLong step = totp.stepOf(code, now);
        if (throttle.isClosed(staff) || step.isEmpty()) {
            throttle.failed(staff);
            throw new Refused("account.code.wrong");
        }
        throttle.succeeded(staff);
        List<String> codes = RecoveryCode.make();
        factors.add(new SecondFactor(staff, box.seal(totp.secret(), "factor " + staff), Keys.CURRENT, step.getAsLong(), now),
                codes.stream().map(c -> new RecoveryCode(staff,
                        keys.mac("staff-recovery", Keys.CURRENT, RecoveryCode.text(staff, c)))).toList());
        trail.record("staff:" + staff, "staff.enrol", staff.toString());
        trail.record("staff:" + staff, "staff.signIn", staff.toString());
        return new Enrolled(half.completed(now), codes);
    }

    private Standing unenrolled(SignedIn half) {
        return Optional.ofNullable(half).filter(h -> !h.isOver(clock.instant())).flatMap(query::standing)
                .filter(s -> !s.enrolled() && !s.complete())
                .orElseThrow(() -> new Refused("account.signIn.again"));
    }

    private Totp open(StaffId staff, String sealed) {
        return box.open(bytes(sealed), Keys.CURRENT, "offer " + staff).map(ByteBuffer::wrap)
                .filter(plain -> clock.instant().getEpochSecond() <= plain.getLong())
                .map(plain -> {
                    byte[] secret = new byte[plain.remaining()];
                    plain.get(secret);
                    return new Totp(secret);
                })
                .orElseThrow(() -> new Refused("account.enrol.old"));
    }

    private static byte[] bytes(String sealed) {
        try {
            return Base64.getUrlDecoder().decode(sealed == null ? "" : sealed);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}
