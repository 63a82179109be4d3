package org.dalil.exam.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.platform.entity.Refused;

/** Somebody who is to be examined: invited, then with a password of their own. Who it is lies here only sealed. */
@Entity
@Table(name = "candidate")
public class Candidate {

    /** How long an invitation on paper is good. */
    public static final Duration INVITATION = Duration.ofDays(60);

    /** The most that a time limit is lengthened by, in percent. */
    public static final int MOST_EXTRA = 100;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "number", insertable = false, updatable = false)
    private int number;

    @Column(name = "track")
    @Enumerated(EnumType.STRING)
    private Track track;

    @Column(name = "person")
    private byte[] person;

    @Column(name = "key_version")
    private int keyVersion;

    @Column(name = "extra_percent")
    private int extraPercent;

    @Column(name = "invited_by")
    private UUID invitedBy;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "invitation_mac")
    private byte[] invitation;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "password_hash")
    private String passwordHash;

    @Version
    @Column(name = "version")
    private int version;

    protected Candidate() { }

    /**
     * @param extraPercent by how much the time limit is lengthened, as an accommodation
     * @throws Refused if that is more than {@value #MOST_EXTRA} or less than nothing
     */
    public Candidate(Track track, int extraPercent, StaffId by, Instant now) {
        if (extraPercent < 0 || extraPercent > MOST_EXTRA) {
            throw new Refused("exam.candidate.extra");
        }
        id = CandidateId.make().value();
        this.track = track;
        this.extraPercent = extraPercent;
        invitedBy = by.value();
        addedAt = now;
    }

    /** Writes who it is, sealed for this candidate's id. */
    public void is(byte[] sealed, int key) {
        person = sealed.clone();
        keyVersion = key;
    }

    /** Another invitation, on paper; the one before ends, the password stays until this one is used. */
    public void invite(byte[] mac, Instant now) {
        invitation = mac.clone();
        invitedAt = now;
    }

    /** Whether the invitation can still be used. */
    public boolean isInvited(Instant now) {
        return invitation != null && now.isBefore(invitedAt.plus(INVITATION));
    }

    /** Whether this is the invitation that counts. */
    public boolean isInvitedWith(byte[] mac) {
        return invitation != null && MessageDigest.isEqual(invitation, mac);
    }

    /** The invitation is used up: from now on the password is the way in. */
    public void accept(String hash) {
        passwordHash = hash;
        invitation = null;
    }

    public CandidateId id() {
        return new CandidateId(id);
    }

    /** Short, for the way in and for lists. */
    public int number() {
        return number;
    }

    public Track track() {
        return track;
    }

    public byte[] sealed() {
        return person.clone();
    }

    public int keyVersion() {
        return keyVersion;
    }

    public int extraPercent() {
        return extraPercent;
    }

    /** Nothing before the first invitation was used. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }
}
