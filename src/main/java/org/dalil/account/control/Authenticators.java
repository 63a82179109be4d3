package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.NewFactor;
import org.dalil.account.entity.RecoveryCode;
import org.dalil.account.entity.Totp;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.Refused;

/** Authenticator apps, whoever they belong to: offered, confirmed, asked. Each owner's secret opens for that owner only. */
@ApplicationScoped
public class Authenticators {

    private static final Duration OFFER = Duration.ofMinutes(30);

    @Inject SecretBox box;
    @Inject Keys keys;
    @Inject Clock clock;

    /** A new secret to scan or to type. Nothing is stored: it travels encrypted in the form, for this owner and half an hour. */
    public FactorOffer offer(String owner, String shown) {
        Totp totp = Totp.make();
        ByteBuffer plain = ByteBuffer.allocate(Long.BYTES + totp.secret().length)
                .putLong(clock.instant().plus(OFFER).getEpochSecond()).put(totp.secret());
        return offer(box.seal(plain.array(), box.keyVersion(), "offer " + owner), totp, shown);
    }

    /** The same offer again, after a wrong code: the app has it already. @throws Refused if it is too old, or someone else's */
    public FactorOffer sameOffer(String owner, String shown, String sealed) {
        return offer(bytes(sealed), open(owner, sealed), shown);
    }

    private static FactorOffer offer(byte[] sealed, Totp totp, String shown) {
        return new FactorOffer(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), totp.text(), totp.address(shown));
    }

    /** The step of a code from the offered app; nothing if it is wrong. @throws Refused if the offer is too old, or someone else's */
    public OptionalLong stepOfOffer(String owner, String sealed, String code) {
        return open(owner, sealed).stepOf(code, clock.instant());
    }

    /** What is to be kept of an app whose code of this step came back, with new recovery codes. */
    public NewFactor confirmed(String owner, String sealed, long step) {
        List<String> codes = RecoveryCode.make();
        int version = box.keyVersion();
        return new NewFactor(box.seal(open(owner, sealed).secret(), version, "factor " + owner), version, step, codes,
                codes.stream().map(c -> recoveryMac(owner, c)).toList());
    }

    /** The step of a code from the owner's app; nothing if it is wrong. Whether it was used before, the caller knows. */
    public OptionalLong stepOf(String owner, byte[] sealedSecret, int keyVersion, String code) {
        return box.open(sealedSecret, keyVersion, "factor " + owner).map(secret -> new Totp(secret).stepOf(code, clock.instant()))
                .orElse(OptionalLong.empty());
    }

    /** Whether the owner's secret was sealed with this version of the key as it is there. */
    public boolean opens(String owner, byte[] sealedSecret, int keyVersion) {
        return box.open(sealedSecret, keyVersion, "factor " + owner).isPresent();
    }

    /** What a recovery code is found by. */
    public byte[] recoveryMac(String owner, String typed) {
        return keys.mac("staff-recovery", Keys.CURRENT, RecoveryCode.text(owner, typed));
    }

    private Totp open(String owner, String sealed) {
        return box.open(bytes(sealed), box.keyVersion(), "offer " + owner).map(ByteBuffer::wrap)
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
