package org.dalil.exam.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.UuidColumn;

/** A candidate asks that a result be looked at again, once; a certifier decides, once. */
@Entity
@Table(name = "exam_appeal")
public class Appeal {

    /** For so long after the exam was handed in it can be asked for. */
    public static final Duration PERIOD = Duration.ofDays(14);

    /** What went wrong, as the candidate sees it. */
    public enum Ground {
        ITEM, FAILURE, ROOM, OTHER;

        /** As forms and keys of texts write it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that is written so, or nothing. */
        public static Optional<Ground> of(String slug) {
            return Arrays.stream(values()).filter(g -> g.slug().equals(slug)).findFirst();
        }
    }

    /** What a certifier decided: an item struck for everybody, another attempt, or nothing changes. */
    public enum Outcome {
        STRUCK, ATTEMPT, STANDS;

        /** As forms and keys of texts write it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that is written so, or nothing. */
        public static Optional<Outcome> of(String slug) {
            return Arrays.stream(values()).filter(o -> o.slug().equals(slug)).findFirst();
        }
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "sitting_id")
    private UUID sittingId;

    @Column(name = "ground")
    @Enumerated(EnumType.STRING)
    private Ground ground;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "outcome")
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "reason")
    private byte[] reason;

    @Column(name = "key_version")
    private Integer keyVersion;

    @Column(name = "decided_by")
    @Convert(converter = UuidColumn.class)
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "seconded_by")
    @Convert(converter = UuidColumn.class)
    private UUID secondedBy;

    @Column(name = "seconded_at")
    private Instant secondedAt;

    @Version
    @Column(name = "version")
    private int version;

    protected Appeal() { }

    /** @throws Refused if the exam was handed in too long ago */
    public Appeal(Sitting sitting, Ground ground, Instant now) {
        if (!now.isBefore(until(sitting.submittedAt()))) {
            throw new Refused("exam.appeal.late");
        }
        id = NewId.next();
        sittingId = sitting.id();
        this.ground = ground;
        askedAt = now;
    }

    /** Until when a review of an exam can be asked for. */
    public static Instant until(Instant submittedAt) {
        return submittedAt.plus(PERIOD);
    }

    /** @param sealed the reason, for this sitting @throws Refused if it was decided before */
    public void decide(Outcome as, byte[] sealed, int sealedWith, StaffId by, Instant now) {
        if (outcome != null) {
            throw new Refused("exam.appeal.decided");
        }
        outcome = as;
        reason = sealed.clone();
        keyVersion = sealedWith;
        decidedBy = by.value();
        decidedAt = now;
    }

    /** A certifier has looked and found none of the questions of others faulty; the first one counts. @throws Refused if it is decided */
    public void second(StaffId by, Instant now) {
        if (outcome != null) {
            throw new Refused("exam.appeal.decided");
        }
        if (secondedBy == null) {
            secondedBy = by.value();
            secondedAt = now;
        }
    }

    /** Whether somebody else than this one has looked. */
    public boolean isSecondedFor(StaffId decider) {
        return secondedBy != null && !isSecondedBy(decider);
    }

    public boolean isSecondedBy(StaffId who) {
        return who.value().equals(secondedBy);
    }

    public UUID sittingId() {
        return sittingId;
    }

    public Ground ground() {
        return ground;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null until it is decided. */
    public Outcome outcome() {
        return outcome;
    }

    /** The sealed reason; null until it is decided. */
    public byte[] reason() {
        return reason == null ? null : reason.clone();
    }

    /** Of the key of the reason. */
    public int keyVersion() {
        return keyVersion;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
