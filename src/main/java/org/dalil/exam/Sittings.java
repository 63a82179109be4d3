package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.Throttle;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.CourseVersion;
import org.dalil.exam.control.BankStore;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.control.DeskQuery;
import org.dalil.exam.control.Examined;
import org.dalil.exam.control.Marking;
import org.dalil.exam.control.Paths;
import org.dalil.exam.control.Pulse;
import org.dalil.exam.control.Redrawing;
import org.dalil.exam.control.RescoreStore;
import org.dalil.exam.control.SessionStore;
import org.dalil.exam.control.SittingStore;
import org.dalil.exam.control.VerdictStore;
import org.dalil.exam.entity.AskedItem;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateVisit;
import org.dalil.exam.entity.Desk;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.Learnt;
import org.dalil.exam.entity.NoSeat;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.PlacedAnswer;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.SessionKind;
import org.dalil.exam.entity.SessionRow;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.SittingView;
import org.dalil.exam.entity.Ways;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;

/** Candidates at their exam. The cookie of a browser in which a candidate is signed in is the permission, and part of each question. */
@Door
public class Sittings {

    @Inject SittingStore store;
    @Inject SessionStore sessions;
    @Inject CandidateStore candidates;
    @Inject VerdictStore verdicts;
    @Inject RescoreStore rescores;
    @Inject BankStore bank;
    @Inject DeskQuery desks;
    @Inject Examined examined;
    @Inject Paths paths;
    @Inject Marking marking;
    @Inject Redrawing redrawing;
    @Inject Pulse pulse;
    @Inject Keys keys;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /**
     * Wrong codes of the wall, by candidate: all who type one are signed in, so guessing slows the one who guesses, wherever from, and
     * never a neighbour behind the same address.
     */
    private final Throttle codes = new Throttle(10, Duration.ofSeconds(15), Duration.ofMinutes(2));

    private CandidateVisit visit(String cookie) {
        return Optional.ofNullable(cookie).flatMap(candidates::visit).orElseThrow(() -> new Refused("exam.signIn.again"));
    }

    private static String actor(CandidateVisit visit) {
        return "candidate:" + visit.candidate();
    }

    /** What waits for this browser's candidate, and what they have sat. @throws Refused for everybody else */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Desk desk(String cookie) {
        return desks.of(visit(cookie).candidate());
    }

    /** A session that the candidate has a seat in. @throws Refused if they have none there */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public SessionRow session(String cookie, SessionId id) {
        sessions.seatOf(id, visit(cookie).candidate()).orElseThrow(() -> new Refused("exam.begin.noSeat"));
        return sessions.get(id).row();
    }

    /** The languages in which a session's exam can be sat now, and its minutes. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> languages(SessionId id) {
        return examined.languages(examined.versions(sessions.get(id).courses()));
    }

    /**
     * Begins, or goes on in this browser: both need the code on the wall, so both happen in the room.
     *
     * @return the sitting
     * @throws Refused with the reason why not
     */
    @OpenToAll
    @Transactional
    public UUID begin(String cookie, SessionId id, JoinCode code, String language) {
        CandidateVisit visit = visit(cookie);
        if (codes.isClosed(visit.candidate().toString(), clock.instant())) {
            throw new Refused("exam.begin.wait");
        }
        pulse.catchUp();
        // The seat is locked, and the session only against its end: five hundred begin at once, and their neighbours' answers must not wait.
        Session session = sessions.held(id);
        int seat = sessions.seatLocked(id, visit.candidate()).orElseThrow(() -> new Refused("exam.begin.noSeat"));
        session.refuseIfNotOpen();
        if (!session.isRoomCode(code)) {
            codes.failed(visit.candidate().toString(), clock.instant());
            throw new Refused("exam.begin.code");
        }
        Optional<Sitting> begun = store.in(id, visit.candidate());
        if (begun.isPresent()) {
            goOn(begun.get(), visit, seat);
            return begun.get().id();
        }
        int cycle = session.kind() == SessionKind.RENEWAL ? renewable(visit.candidate()) : Learnt.WHOLE_WAY;
        sessions.terms(session.track()).refuseTooSoon(verdicts.past(visit.candidate(), session.track(), cycle), clock.instant());
        List<CourseVersion> versions = examined.versions(session.courses());
        return drawn(session, cycle, visit, language, versions).id();
    }

    /** Looked at again: weeks may lie between the seat and the exam, and another certificate may be held. @return the cycle. @throws Refused if it can't be renewed now */
    private int renewable(CandidateId candidate) {
        Ways ways = paths.of(candidates.get(candidate));
        NoSeat.of(SessionKind.RENEWAL, ways.path(), ways.renewal()).ifPresent(why -> {
            throw new Refused("exam.begin." + why.slug());
        });
        return ways.renewal().held().cycle();
    }

    private void goOn(Sitting sitting, CandidateVisit visit, int seat) {
        if (sitting.isSubmitted()) {
            throw new Refused("exam.answer.handedIn");
        }
        if (!sitting.isIn(visit.id())) {
            sitting.moveTo(visit.id());
            sessions.note(sitting.sessionId(), seat, Incident.Kind.MOVED, null);
            trail.record(actor(visit), "sitting.move", sitting.id().toString());
        }
    }

    private Sitting drawn(Session session, int cycle, CandidateVisit visit, String language, List<CourseVersion> versions) {
        Instant now = clock.instant();
        int minutes = versions.stream().mapToInt(v -> v.course().blueprint().minutes()).sum();
        Sitting sitting = new Sitting(session.id(), cycle, visit, language, versions.stream().map(CourseVersion::id).toList(), keys.random(32),
                Sitting.limit(minutes, candidates.get(visit.candidate()).extraPercent()), now);
        if (session.pausedAt() != null) {
            // The whole pause is given back when the clock goes on; this candidate was not there for its beginning.
            sitting.giveBack(Duration.between(now, session.pausedAt()));
        }
        store.add(sitting, redrawing.paper(sitting));
        trail.record(actor(visit), "sitting.begin", sitting.id().toString(), "cycle " + cycle);
        return sitting;
    }

    private Sitting own(UUID id, CandidateVisit visit) {
        return store.of(id, visit.candidate()).orElseThrow(() -> new Refused("exam.sitting.none"));
    }

    /** Where the candidate's own sitting stands. @throws Refused for everybody else's */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public SittingView view(String cookie, UUID id) {
        CandidateVisit visit = visit(cookie);
        Sitting sitting = own(id, visit);
        Session session = sessions.get(sitting.sessionId());
        boolean again = rescores.isWaiting(id);
        return new SittingView(id, session.id(), session.courses(), session.row().leftOut(), sitting.language(), store.paper(id).size(), store.answers(id).keySet(),
                sitting.endsAt(), session.isClosed() ? Duration.ZERO : sitting.left(session.pausedAt(), clock.instant()),
                sitting.isIn(visit.id()), session.pausedAt() != null,
                sitting.isSubmitted(), again, again ? null : verdicts.of(id).orElse(null));
    }

    /** A question of a running sitting. @throws Refused if there is none at this place, or this is not the browser that may see it */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public AskedItem ask(String cookie, UUID id, int position) {
        CandidateVisit visit = visit(cookie);
        Sitting sitting = own(id, visit);
        PaperItem asked = store.asked(id, position).orElseThrow(() -> new Refused("exam.sitting.none"));
        refuseIfOver(sitting, visit);
        BankItem item = bank.get(asked.item());
        ItemContent content = bank.content(item);
        Bank.ItemWords words = content.words().get(sitting.language());
        Response saved = store.answers(id).getOrDefault(position, Response.SKIPPED);
        return new AskedItem(words.stem(), content.item().kind(), asked.choices().stream().map(words.choices()::get).toList(),
                asked.right().stream().map(words.right()::get).toList(), AskedItem.places(content.item().kind(), asked, saved), item.isStruck());
    }

    private void refuseIfOver(Sitting sitting, CandidateVisit visit) {
        Session session = sessions.get(sitting.sessionId());
        if (sitting.isSubmitted()) {
            throw new Refused("exam.answer.handedIn");
        }
        session.refuseIfClosed();
        if (sitting.isOver(session.pausedAt(), clock.instant())) {
            throw new Refused("exam.answer.late");
        }
        if (!sitting.isIn(visit.id())) {
            throw new Refused("exam.answer.elsewhere");
        }
    }

    /**
     * Saves an answer; when this returns, the database has committed it. No transaction around it: the one statement is one.
     *
     * @param fields of the form
     * @return when it was saved, also if that was long ago; nothing if nothing was marked
     * @throws Refused after time, from another browser, for somebody else's sitting
     */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Instant> save(String cookie, UUID id, int position, Map<String, String[]> fields) {
        CandidateVisit visit = visit(cookie);
        Sitting sitting = own(id, visit);
        PaperItem asked = store.asked(id, position).orElseThrow(() -> new Refused("exam.sitting.none"));
        Optional<Response> response = PlacedAnswer.of(bank.content(bank.get(asked.item())).item(), asked, fields);
        if (response.isEmpty()) {
            refuseIfOver(sitting, visit);
            return Optional.empty();
        }
        Optional<Instant> saved = store.save(id, cookie, position, response.get(), clock.instant())
                .or(() -> store.stored(id, position, response.get()));
        if (saved.isEmpty()) {
            refuseIfOver(sitting, visit);
            throw new Refused("exam.session.closed");
        }
        return saved;
    }

    /** Hands in; a second time it is as it was. @throws Refused from another browser, or for somebody else's sitting */
    @OpenToAll
    @Transactional
    public void handIn(String cookie, UUID id) {
        CandidateVisit visit = visit(cookie);
        Sitting sitting = store.locked(id, visit.candidate()).orElseThrow(() -> new Refused("exam.sitting.none"));
        if (!sitting.isSubmitted() && !sitting.isIn(visit.id())) {
            throw new Refused("exam.answer.elsewhere");
        }
        marking.handIn(sitting, false, actor(visit));
    }
}
