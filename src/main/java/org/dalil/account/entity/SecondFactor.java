package org.dalil.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Someone's authenticator app. The secret is kept encrypted; each code is good once. */
@Entity
@Table(name = "staff_factor")
public class SecondFactor {

    @Id
    @Column(name = "staff_id")
    private UUID staff;

    @Column(name = "sealed_secret")
    private byte[] sealedSecret;

    @Column(name = "key_version")
    private int keyVersion;

    @Column(name = "enrolled_at")
    private Instant enrolledAt;

    @Column(name = "last_step")
    private long lastStep;

    @Version
    @Column(name = "version")
    private int version;

    protected SecondFactor() { }

    /** @param firstStep of the code that confirmed the enrolment, which is used up by it */
    public SecondFactor(StaffId staff, byte[] sealedSecret, int keyVersion, long firstStep, Instant now) {
        this.staff = staff.value();
        this.sealedSecret = sealedSecret.clone();
        this.keyVersion = keyVersion;
        this.lastStep = firstStep;
        this.enrolledAt = now;
    }

    /** Whose it is. */
    public StaffId staff() {
        return new StaffId(staff);
    }

    public byte[] sealedSecret() {
        return sealedSecret.clone();
    }

    public int keyVersion() {
        return keyVersion;
    }

    /**
     * Uses up the code of this step.
     *
     * @param step nothing where the code was wrong
     * @return false if it was wrong or has been used: who looks over a shoulder must not come in with the same code
     */
    public boolean accept(OptionalLong step) {
        if (step.isEmpty() || step.getAsLong() <= lastStep) {
            return false;
        }
        lastStep = step.getAsLong();
        return true;
    }
}
