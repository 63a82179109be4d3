package org.dalil.certificate;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dalil.account.entity.Network;
import org.dalil.account.entity.Throttle;
import org.dalil.certificate.control.CertificateStore;
import org.dalil.certificate.control.CredentialReader;
import org.dalil.certificate.control.CredentialReader.Reading;
import org.dalil.certificate.control.CredentialWriter;
import org.dalil.certificate.control.SigningKeyStore;
import org.dalil.certificate.control.SigningKeys;
import org.dalil.certificate.control.SquarePicture;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.Checked;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.RevokedList;
import org.dalil.certificate.entity.Snapshot;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/** Checks a certificate for anybody, and publishes what others need to check one themselves. Says the minimum. */
@Door
public class Verification {

    @Inject CertificateStore store;
    @Inject SigningKeyStore keys;
    @Inject SigningKeys signing;
    @Inject CredentialWriter credentials;
    @Inject SquarePicture pictures;
    @Inject Clock clock;

    /** Codes have 128 bits; this only keeps a guesser from keeping the server busy. */
    private final Throttle addresses = new Throttle();

    /**
     * Checks a code, the text of a square code, a credential, or a file that holds one of them.
     *
     * @param name    as it stands on the paper, to be confirmed; empty if nobody asks
     * @param address whose tries are counted
     * @throws Refused if there were too many
     */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Checked check(String shown, Optional<String> name, String address) {
        Instant now = open(address);
        Optional<CertificateCode> code = shown.length() > 60 ? Optional.empty() : CertificateCode.read(shown);
        return counted(code.isPresent() ? looked(code.get(), name, now) : read(shown, name, now), address, now);
    }

    /**
     * Checks the square code in a picture.
     *
     * @param picture PNG or JPEG
     * @throws Refused if there were too many tries, too, or no square code can be read
     */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Checked picture(byte[] picture, Optional<String> name, String address) {
        Instant now = open(address);
        Optional<String> square = pictures.read(picture);
        if (square.isEmpty()) {
            addresses.failed(Network.of(address), now);
            throw new Refused("certificate.verify.picture");
        }
        return counted(read(square.get(), name, now), address, now);
    }

    private Instant open(String address) {
        Instant now = clock.instant();
        if (addresses.isClosed(Network.of(address), now)) {
            throw new Refused("certificate.verify.wait");
        }
        return now;
    }

    private Checked counted(Checked checked, String address, Instant now) {
        if (checked.claim() == null) {
            addresses.failed(Network.of(address), now);
        }
        return checked;
    }

    private Checked looked(CertificateCode code, Optional<String> name, Instant now) {
        return store.qr(code).flatMap(Claim::read).map(signed -> known(signed.claim(), name, now))
                .orElse(Checked.nothing(Outcome.UNKNOWN));
    }

    private Checked read(String shown, Optional<String> name, Instant now) {
        Reading reading = CredentialReader.read(shown, keys.all());
        if (reading.claim() == null) {
            return Checked.nothing(reading.outcome());
        }
        // A good signature under something that was never issued: somebody else has the key.
        boolean issued = store.qr(reading.claim().number()).flatMap(Claim::read)
                .filter(signed -> signed.claim().equals(reading.claim())).isPresent();
        return issued ? known(reading.claim(), name, now) : Checked.nothing(Outcome.FORGED);
    }

    private Checked known(Claim claim, Optional<String> name, Instant now) {
        return Checked.at(now, claim, store.ground(claim.number()).orElse(null), store.isRenewed(claim.number()), name);
    }

    /** All keys, as a JWK set. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public String keySet() {
        return credentials.keySet(keys.all());
    }

    /** One key, as a JWK; nothing if none of ours has this thumbprint. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<String> key(String thumbprint) {
        return keys.all().stream().filter(key -> key.id().equals(thumbprint)).findFirst().map(credentials::key);
    }

    /** Who signs, with the keys that may. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public String issuer() {
        return credentials.profile(keys.all());
    }

    /** The same, as the first credentials named it. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public String formerIssuer() {
        return credentials.formerProfile(keys.all());
    }

    /** A list of revoked ones, signed; nothing if there is no such list. @param list from 1 */
    @OpenToAll
    @Transactional
    public Optional<String> revoked(int list) {
        boolean there = list >= 1 && list <= RevokedList.list(store.highest());
        return there ? Optional.of(credentials.revoked(signing.current(), list, store.revoked(), clock.instant())) : Optional.empty();
    }

    /** What a check without a network needs. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Snapshot snapshot() {
        List<Integer> revoked = store.revoked();
        return new Snapshot(clock.instant(), keys.all(), revoked);
    }
}
