package org.dalil.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.platform.entity.NewId;

/** Stands in for the authenticator app once, when the phone is gone. Only its HMAC is kept, under a key outside the database. */
@Entity
@Table(name = "staff_recovery_code")
public class RecoveryCode {

    /** How many someone gets. */
    public static final int COUNT = 10;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "staff_id")
    private UUID staff;

    @Column(name = "mac")
    private byte[] mac;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() { }

    public RecoveryCode(StaffId staff, byte[] mac) {
        this.id = NewId.next();
        this.staff = staff.value();
        this.mac = mac.clone();
    }

    /** Marks it as used. */
    public void use(Instant now) {
        usedAt = now;
    }

    public boolean isUsed() {
        return usedAt != null;
    }

    /** Ten new codes as they are shown: two groups of five, about 49 bits each. */
    public static List<String> make() {
        return Stream.generate(() -> group() + "-" + group()).distinct().limit(COUNT).toList();
    }

    private static String group() {
        StringBuilder group = new StringBuilder();
        RANDOM.ints(5, 0, LETTERS.length()).forEach(i -> group.append(LETTERS.charAt(i)));
        return group.toString();
    }

    /** The text that the HMAC is made over: bound to its owner, however it was typed. */
    public static String text(String owner, String typed) {
        StringBuilder code = new StringBuilder();
        String shown = typed == null ? "" : typed.substring(0, Math.min(typed.length(), 40));
        shown.toLowerCase(java.util.Locale.ROOT).codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                code.append(digit);
            } else if (Character.isLetter(c)) {
                code.appendCodePoint(c);
            }
        });
        return owner + " " + code;
    }
}
