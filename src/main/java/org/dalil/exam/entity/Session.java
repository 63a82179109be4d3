package org.dalil.exam.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;

/** A day, a room, an invigilator, and those who sit there. Planned, then open, then closed; while it is open it may pause. */
@Entity
@Table(name = "exam_session")
public class Session {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "number", insertable = false, updatable = false)
    private int number;

    @Column(name = "track")
    @Enumerated(EnumType.STRING)
    private Track track;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    @Column(name = "courses")
    private String courses;

    @Column(name = "place")
    private String place;

    @Column(name = "held_on")
    private LocalDate heldOn;

    @Column(name = "planned_by")
    private UUID plannedBy;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "invigilator_mac")
    private byte[] invigilator;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "room_code")
    private String roomCode;

    @Column(name = "paused_at")
    private Instant pausedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    @Column(name = "version")
    private int version;

    protected Session() { }

    /** On the whole way. @param courses codes, at least one, all of the track */
    public Session(Track track, List<String> courses, String place, LocalDate heldOn, StaffId by, Instant now) {
        this(SessionKind.FULL, track, courses, place, heldOn, by, now);
    }

    /** For renewals, on all that renews a certificate of the track. */
    public static Session ofRenewal(Track track, String place, LocalDate heldOn, StaffId by, Instant now) {
        return new Session(SessionKind.RENEWAL, track, track.renewal(), place, heldOn, by, now);
    }

    private Session(SessionKind kind, Track track, List<String> courses, String place, LocalDate heldOn, StaffId by, Instant now) {
        String where = place == null ? "" : place.strip();
        if (where.isEmpty() || where.length() > 80 || where.codePoints().anyMatch(Character::isISOControl)) {
            throw new Refused("exam.plan.place");
        }
        if (courses.isEmpty() || !kind.courses(track).containsAll(courses)) {
            throw new Refused("exam.plan.courses");
        }
        id = NewId.next();
        this.kind = kind;
        this.track = track;
        this.courses = String.join(",", kind.courses(track).stream().filter(courses::contains).toList());
        this.place = where;
        this.heldOn = heldOn;
        plannedBy = by.value();
        plannedAt = now;
    }

    /** The code that opens this session is another one from now on. */
    public void entrust(byte[] mac) {
        refuseIfClosed();
        invigilator = mac.clone();
    }

    /** Whether this is its code now. */
    public boolean isEntrustedWith(byte[] mac) {
        return MessageDigest.isEqual(invigilator, mac);
    }

    /** Opens the session, once. The code on the wall is good until it is closed. */
    public void open(JoinCode code, Instant now) {
        refuseIfClosed();
        if (openedAt == null) {
            openedAt = now;
            roomCode = code.value();
        }
    }

    /** Stops everybody's clock. */
    public void pause(Instant now) {
        refuseIfNotOpen();
        if (pausedAt == null) {
            pausedAt = now;
        }
    }

    /** Goes on after a pause. @return how long it was */
    public Duration goOn(Instant now) {
        refuseIfNotOpen();
        Duration pause = pausedAt == null ? Duration.ZERO : Duration.between(pausedAt, now);
        pausedAt = null;
        return pause;
    }

    /** Ends the session. @return whether it was not over before */
    public boolean close(Instant now) {
        boolean open = closedAt == null;
        if (open) {
            closedAt = now;
            pausedAt = null;
            roomCode = null;
        }
        return open;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** @throws Refused unless it is open */
    public void refuseIfNotOpen() {
        refuseIfClosed();
        if (openedAt == null) {
            throw new Refused("exam.session.notOpen");
        }
    }

    /** @throws Refused if it is over */
    public void refuseIfClosed() {
        if (closedAt != null) {
            throw new Refused("exam.session.closed");
        }
    }

    /** Whether this is what stands on the wall of this room now. */
    public boolean isRoomCode(JoinCode code) {
        return code.value().equals(roomCode);
    }

    public SessionId id() {
        return new SessionId(id);
    }

    public SessionKind kind() {
        return kind;
    }

    public Track track() {
        return track;
    }

    /** The codes of the courses that are examined. */
    public List<String> courses() {
        return List.of(courses.split(","));
    }

    public Instant pausedAt() {
        return pausedAt;
    }

    /** As pages show it. */
    public SessionRow row() {
        return new SessionRow(id(), number, kind, track, courses(), place, heldOn, openedAt, roomCode, pausedAt, closedAt);
    }
}
