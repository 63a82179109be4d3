package org.dalil.exam.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dalil.platform.entity.NewId;

/** One candidate's exam, on the server's clock, in one browser at a time. */
@Entity
@Table(name = "exam_sitting")
public class Sitting {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "cycle")
    private int cycle;

    @Column(name = "language")
    private String language;

    @Column(name = "versions")
    private String versions;

    @Column(name = "seed")
    private byte[] seed;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "visit_id")
    private UUID visitId;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "closed_early")
    private boolean closedEarly;

    @Version
    @Column(name = "version")
    private int version;

    protected Sitting() { }

    /**
     * Begins now.
     *
     * @param cycle    of the certificate that is renewed, {@link Learnt#WHOLE_WAY} if none is
     * @param versions of the courses, in their order
     * @param seed     from which the paper is drawn
     */
    public Sitting(SessionId session, int cycle, CandidateVisit visit, String language, List<UUID> versions, byte[] seed, Duration limit,
            Instant now) {
        id = NewId.next();
        sessionId = session.value();
        this.cycle = cycle;
        candidateId = visit.candidate().value();
        visitId = visit.id();
        this.language = language;
        this.versions = versions.stream().map(UUID::toString).collect(Collectors.joining(","));
        this.seed = seed.clone();
        drawnAt = now;
        endsAt = now.plus(limit);
    }

    /** The time limit with an accommodation. */
    public static Duration limit(int minutes, int extraPercent) {
        return Duration.ofSeconds(minutes * 60L * (100 + extraPercent) / 100);
    }

    /** The time that is left. @param pausedAt since when the room's clock stands still; null if it runs */
    public Duration left(Instant pausedAt, Instant now) {
        Duration left = Duration.between(pausedAt == null ? now : pausedAt, endsAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether nothing is left. */
    public boolean isOver(Instant pausedAt, Instant now) {
        return left(pausedAt, now).isZero();
    }

    /** Time that was lost is given back. */
    public void giveBack(Duration time) {
        endsAt = endsAt.plus(time);
    }

    /** Another browser answers from now on; the one before can't any more. */
    public void moveTo(UUID visit) {
        visitId = visit;
    }

    public boolean isIn(UUID visit) {
        return visitId.equals(visit);
    }

    /** Hands in, once. @param early whether the invigilator or the clock did it. @return whether it was not handed in before */
    public boolean submit(boolean early, Instant now) {
        boolean open = submittedAt == null;
        if (open) {
            submittedAt = now;
            closedEarly = early;
        }
        return open;
    }

    public boolean isSubmitted() {
        return submittedAt != null;
    }

    public UUID id() {
        return id;
    }

    /** Whether the clock or the invigilator handed it in. */
    public boolean isClosedEarly() {
        return closedEarly;
    }

    public SessionId sessionId() {
        return new SessionId(sessionId);
    }

    public CandidateId candidateId() {
        return new CandidateId(candidateId);
    }

    /** Of the certificate that is renewed by it; {@link Learnt#WHOLE_WAY} if none is. */
    public int cycle() {
        return cycle;
    }

    public String language() {
        return language;
    }

    /** The versions of the courses it was drawn from. */
    public List<UUID> versions() {
        return Arrays.stream(versions.split(",")).map(UUID::fromString).toList();
    }

    public byte[] seed() {
        return seed.clone();
    }

    public Instant drawnAt() {
        return drawnAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** The id that an answer's form carries: always the same, so that a replay is one row. */
    public static UUID submissionId(UUID sitting, int position) {
        return UUID.nameUUIDFromBytes((sitting + "/" + position).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
