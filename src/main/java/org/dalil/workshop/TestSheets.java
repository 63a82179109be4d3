package org.dalil.workshop;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.assessment.PaperTests;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.control.SeatStore;
import org.dalil.workshop.control.SheetKey;
import org.dalil.workshop.control.SheetPrintStore;
import org.dalil.workshop.control.SheetWriter;
import org.dalil.workshop.control.WorkshopStore;
import org.dalil.workshop.entity.Seat;
import org.dalil.workshop.entity.SheetOrder;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopId;

/** Tests on paper for a trainer's own workshop: each number gets the form that its card takes, as it would on a phone. */
@Door
public class TestSheets {

    @Inject WorkshopStore store;
    @Inject SeatStore seats;
    @Inject SheetPrintStore prints;
    @Inject SheetWriter writer;
    @Inject SheetKey key;
    @Inject Acting acting;
    @Inject Courses courses;
    @Inject PaperTests tests;
    @Inject AuditTrail trail;

    /**
     * Prints tests of the course as it is served now, and keeps what is needed to read them.
     *
     * @param numbers whose; empty for everybody who has a number
     * @return a PDF
     * @throws Refused if the workshop has not this language, nobody has a number, or one of the numbers was never given out
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public byte[] print(WorkshopId id, Occasion occasion, Language language, Set<Integer> numbers) {
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (!workshop.plan().languages().contains(language.tag())) {
            throw new Refused("workshop.plan.languages");
        }
        CourseVersion version = courses.all().stream().filter(v -> v.course().id().equals(workshop.courseId())).findFirst()
                .orElseThrow(() -> new Refused("workshop.plan.noCourse"));
        List<SheetOrder> orders = orders(chosen(seats.of(id), numbers), workshop.courseId(), occasion);
        orders.stream().map(SheetOrder::form).distinct()
                .forEach(form -> prints.add(id, version.id(), form, language, writer.layout(version.course(), form, language)));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.write(out, version.course(), language, workshop.number(), orders, key.seal());
            // Last: everybody who adds to the trail waits from here on, and a thick stack takes seconds to write.
            trail.record("room.sheets.print", id + " " + orders.size());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private static List<Seat> chosen(List<Seat> all, Set<Integer> numbers) {
        List<Seat> usable = all.stream().filter(s -> s.cardId() != null).toList();
        Set<Integer> missing = new TreeSet<>(numbers);
        usable.forEach(s -> missing.remove(s.number()));
        if (!missing.isEmpty()) {
            throw new Refused("workshop.cards.noSuch", missing.iterator().next());
        }
        if (usable.isEmpty()) {
            throw new Refused("workshop.sheets.nobody");
        }
        return numbers.isEmpty() ? usable : usable.stream().filter(s -> numbers.contains(s.number())).toList();
    }

    private List<SheetOrder> orders(List<Seat> whose, UUID courseId, Occasion occasion) {
        Map<UUID, Form> forms = tests.forms(courseId, occasion, whose.stream().map(Seat::cardId).toList());
        List<SheetOrder> orders = new ArrayList<>();
        for (Seat seat : whose) {
            Form form = forms.get(seat.cardId());
            if (form == null) {
                throw new Refused("workshop.cards.noSuch", seat.number());
            }
            orders.add(new SheetOrder(seat.number(), form, occasion));
        }
        return orders;
    }
}
