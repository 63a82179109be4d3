package org.dalil.exam.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.course.entity.Difficulty;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.UuidColumn;

/** An item of a bank, as it was uploaded; an edit is another one. Its words and its key lie here only sealed. */
@Entity
@Table(name = "bank_item")
public class BankItem {

    /** Why an item is drawn no more. A {@code FAULTY} one is struck: it counts as right for everybody who was asked it. */
    public enum Retired { EXPOSED, FAULTY, REPLACED, REJECTED }

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "course_id")
    private UUID courseId;

    @Column(name = "item_key")
    private String key;

    @Column(name = "topic")
    private String topic;

    @Column(name = "difficulty")
    @Enumerated(EnumType.STRING)
    private Difficulty difficulty;

    @Column(name = "languages")
    private String languages;

    @Column(name = "content")
    private byte[] content;

    @Column(name = "key_version")
    private int keyVersion;

    @Column(name = "uploaded_by")
    private UUID uploadedBy;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "approved_by")
    @Convert(converter = UuidColumn.class)
    private UUID approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "retired_by")
    @Convert(converter = UuidColumn.class)
    private UUID retiredBy;

    @Column(name = "retired_at")
    private Instant retiredAt;

    @Column(name = "retired_reason")
    @Enumerated(EnumType.STRING)
    private Retired reason;

    @Version
    @Column(name = "version")
    private int version;

    protected BankItem() { }

    /** @param key the item's id in the file */
    public BankItem(UUID courseId, String key, String topic, Difficulty difficulty, List<String> languages, StaffId by, Instant now) {
        id = NewId.next();
        this.courseId = courseId;
        this.key = key;
        this.topic = topic;
        this.difficulty = difficulty;
        this.languages = String.join(",", languages);
        uploadedBy = by.value();
        uploadedAt = now;
    }

    /** What it asks, sealed for this id. */
    public void says(byte[] sealed, int sealedWith) {
        content = sealed.clone();
        keyVersion = sealedWith;
    }

    /** Somebody else has read it. @throws Refused if that is its author, or it is retired */
    public void approve(StaffId by, Instant now) {
        if (by.value().equals(uploadedBy)) {
            throw new Refused("exam.bank.own");
        }
        if (retiredAt != null) {
            throw new Refused("exam.bank.retired");
        }
        if (approvedAt == null) {
            approvedBy = by.value();
            approvedAt = now;
        }
    }

    /** It is drawn no more. Retired before, it can still be found faulty. @throws Refused if its own author would strike it */
    public void retire(Retired why, StaffId by, Instant now) {
        if (why == Retired.FAULTY && isOf(by)) {
            throw new Refused("exam.strike.own");
        }
        if (retiredAt == null || why == Retired.FAULTY && reason != Retired.FAULTY) {
            retiredAt = retiredAt == null ? now : retiredAt;
            retiredBy = by.value();
            reason = why;
        }
    }

    /** Whether it is waiting for a second reader. */
    public boolean isPending() {
        return approvedAt == null && retiredAt == null;
    }

    /** Whether it counts as right for everybody. */
    public boolean isStruck() {
        return reason == Retired.FAULTY;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public boolean isApproved() {
        return approvedAt != null;
    }

    public boolean isOf(StaffId author) {
        return uploadedBy.equals(author.value());
    }

    /** Who wrote it as it is. */
    public StaffId author() {
        return new StaffId(uploadedBy);
    }

    public UUID id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public String key() {
        return key;
    }

    public String topic() {
        return topic;
    }

    public Difficulty difficulty() {
        return difficulty;
    }

    public List<String> languages() {
        return List.of(languages.split(","));
    }

    public byte[] content() {
        return content.clone();
    }

    public int keyVersion() {
        return keyVersion;
    }

    public Retired reason() {
        return reason;
    }
}
