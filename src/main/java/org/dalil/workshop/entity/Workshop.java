package org.dalil.workshop.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;

/** A meeting of people who learn together. Planned, then open, then closed; while it is open it may pause. */
@Entity
@Table(name = "workshop")
public class Workshop {

    /** A join code is good for one long day; the trainer can have another. */
    public static final Duration JOINING = Duration.ofHours(12);

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "number", insertable = false, updatable = false)
    private int number;

    @Column(name = "course_id")
    private UUID courseId;

    @Column(name = "modules")
    private String modules;

    @Column(name = "languages")
    private String languages;

    @Column(name = "region")
    @Enumerated(EnumType.STRING)
    private Region region;

    @Column(name = "partner")
    private String partner;

    @Column(name = "contact")
    private String contact;

    @Column(name = "held_on")
    private LocalDate heldOn;

    @Column(name = "expected")
    private int expected;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "paused_at")
    private Instant pausedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "join_code")
    private String joinCode;

    @Column(name = "join_until")
    private Instant joinUntil;

    @Version
    @Column(name = "version")
    private int version;

    protected Workshop() { }

    public Workshop(WorkshopPlan plan, Instant now) {
        id = NewId.next();
        courseId = plan.courseId();
        plannedAt = now;
        write(plan);
    }

    /**
     * Changes the plan; the course only before the room was first opened.
     *
     * @throws Refused if the workshop is closed, or its course can't change any more
     */
    public void change(WorkshopPlan plan) {
        refuseIfClosed();
        if (!plan.courseId().equals(courseId)) {
            throw new Refused("workshop.plan.course");
        }
        write(plan);
    }

    private void write(WorkshopPlan plan) {
        modules = plan.modules().stream().map(String::valueOf).collect(Collectors.joining(","));
        languages = String.join(",", plan.languages());
        region = plan.region();
        partner = plan.partner();
        contact = plan.contact();
        heldOn = plan.heldOn();
        expected = plan.expected();
    }

    /** What was planned. */
    public WorkshopPlan plan() {
        return new WorkshopPlan(courseId, Arrays.stream(modules.split(",")).map(Integer::valueOf).toList(),
                List.of(languages.split(",")), region, partner, contact, heldOn, expected);
    }

    /** Opens the room, or gives it another join code: the earlier one ends. */
    public void open(JoinCode code, Instant now) {
        refuseIfClosed();
        if (openedAt == null) {
            openedAt = now;
        }
        joinCode = code.value();
        joinUntil = now.plus(JOINING);
    }

    /** Whether people may join with this room's code now. */
    public boolean takesIn(Instant now) {
        return isOpen() && joinUntil != null && now.isBefore(joinUntil);
    }

    /** @throws Refused if the room is not open */
    public void pause(Instant now) {
        refuseIfNotOpen();
        if (pausedAt == null) {
            pausedAt = now;
        }
    }

    /** Goes on after a pause. */
    public void goOn() {
        pausedAt = null;
    }

    /**
     * Ends the meeting. Its join code is free again.
     *
     * @return whether it was open until now
     */
    public boolean close(Instant now) {
        boolean wasOpen = closedAt == null;
        if (wasOpen) {
            closedAt = now;
            pausedAt = null;
            joinCode = null;
            joinUntil = null;
        }
        return wasOpen;
    }

    /** @throws Refused if the room is not open */
    public void refuseIfNotOpen() {
        refuseIfClosed();
        if (openedAt == null) {
            throw new Refused("workshop.notOpen");
        }
    }

    /** @throws Refused if the workshop is over */
    public void refuseIfClosed() {
        if (closedAt != null) {
            throw new Refused("workshop.closed");
        }
    }

    public boolean isOpen() {
        return openedAt != null && closedAt == null;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    public WorkshopId id() {
        return new WorkshopId(id);
    }

    /** Short, for sheets of paper and lists. */
    public int number() {
        return number;
    }

    public UUID courseId() {
        return courseId;
    }

    /** The code to show, while it is good. */
    public Optional<JoinCode> joinCode(Instant now) {
        return takesIn(now) ? Optional.of(new JoinCode(joinCode)) : Optional.empty();
    }

    /** Until when the join code is good; null without one. */
    public Instant joinUntil() {
        return joinUntil;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /** As lists and pages show it. */
    public WorkshopRow row() {
        return new WorkshopRow(id(), number, plan(), openedAt, pausedAt, closedAt, joinCode, joinUntil);
    }
}
