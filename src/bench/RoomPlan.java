import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dalil.Parts;
import org.dalil.account.entity.StaffId;
import org.dalil.course.control.GateStore;
import org.dalil.course.entity.Part;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.NewId;
import org.dalil.workshop.control.WorkshopStore;
import org.dalil.workshop.entity.JoinCode;
import org.dalil.workshop.entity.Region;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopPlan;

/** Rooms that are open, each with a trainer of its own, planned and opened by the stores. */
final class RoomPlan {

    /** The course that rooms are held for. */
    static final String COURSE = "spot-it";

    /** A room. @param code to join with @param trainer the name to sign in with */
    record Room(String id, String code, String trainer) { }

    private RoomPlan() { }

    /** @param people that each expects */
    static List<Room> open(ExamHall hall, int count, int people) throws SQLException, IOException {
        List<Room> rooms = new ArrayList<>();
        hall.inTransaction(em -> {
            Parts parts = hall.parts(em);
            UUID course = UUID.fromString(em.createNativeQuery("SELECT id FROM course WHERE slug = '" + COURSE + "'").getSingleResult().toString());
            for (int r = 0; r < count; r++) {
                StaffId trainer = new StaffId(NewId.next());
                em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) "
                        + "SELECT ?1, ?2, password_hash, 0, 0, NOW(3), 1 FROM staff_member WHERE name = 'admin'")
                        .setParameter(1, trainer.toString()).setParameter(2, "trainer" + r).executeUpdate();
                em.createNativeQuery("INSERT INTO staff_role (staff_id, role) VALUES (?1, 'TRAINER')").setParameter(1, trainer.toString())
                        .executeUpdate();
                Instant now = Instant.now();
                Workshop workshop = new Workshop(new WorkshopPlan(course, List.of(1, 2, 3, 4, 5), List.of("en"), Region.all().get(0), null, null,
                        LocalDate.now(), people), now);
                JoinCode code = JoinCode.of(parts.get(Keys.class).random(JoinCode.LENGTH));
                workshop.open(code, now);
                parts.get(WorkshopStore.class).add(workshop, trainer);
                parts.get(GateStore.class).set(workshop.id().value(), course, Part.BEFORE, true);
                parts.get(GateStore.class).set(workshop.id().value(), course, Part.AFTER, false);
                rooms.add(new Room(workshop.id().toString(), code.value(), "trainer" + r));
            }
        });
        return rooms;
    }
}
