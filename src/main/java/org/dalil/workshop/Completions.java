package org.dalil.workshop;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.learning.Teaching;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.workshop.control.SeatStore;
import org.dalil.workshop.control.WorkshopStore;
import org.dalil.workshop.entity.Seat;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopId;

/** Who has completed the course of a trainer's own workshop: numbers, on a phone or on paper. How well is nobody's to see here. */
@Door
public class Completions {

    @Inject WorkshopStore store;
    @Inject SeatStore seats;
    @Inject Teaching teaching;
    @Inject Acting acting;
    @Inject AuditTrail trail;

    /** The numbers that have, in order. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Integer> numbers(WorkshopId id) {
        return completed(store.own(id, acting.staff()));
    }

    /** The same, to be printed as certificates. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public List<Integer> certify(WorkshopId id) {
        List<Integer> numbers = completed(store.own(id, acting.staff()));
        trail.record("room.certificates.print", id + " " + numbers.size());
        return numbers;
    }

    private List<Integer> completed(Workshop workshop) {
        List<Seat> all = seats.of(workshop.id()).stream().filter(s -> s.cardId() != null).toList();
        Set<UUID> done = teaching.completed(all.stream().map(Seat::cardId).toList(), workshop.courseId());
        return all.stream().filter(s -> done.contains(s.cardId())).map(Seat::number).toList();
    }
}
