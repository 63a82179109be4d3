package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalil.assessment.entity.Response;
import org.dalil.course.Courses;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Course;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Learnt;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.control.AuditTrail;

/** Marks what was handed in. An item that was struck counts as right for everybody who was asked it, so a later marking takes no pass away. */
@ApplicationScoped
public class Marking {

    @Inject SittingStore sittings;
    @Inject SessionStore sessions;
    @Inject VerdictStore verdicts;
    @Inject BankStore bank;
    @Inject Courses courses;
    @Inject AuditTrail trail;
    @Inject Clock clock;
    @Inject Event<ExamPassed> passed;

    /** Hands in, by the candidate or for them, and marks; once. @param actor who did it, for the trail */
    public void handIn(Sitting sitting, boolean early, String actor) {
        if (sitting.submit(early, clock.instant())) {
            Marked marked = mark(sitting, "FIRST");
            trail.record(actor, "sitting.handIn", sitting.id().toString());
            record(marked, actor);
        }
    }

    /** Marks again after an item was struck. @return whether it is a pass now and was none before */
    public boolean again(Sitting sitting, String actor) {
        Marked marked = mark(sitting, "STRUCK");
        record(marked, actor);
        return marked.passedNow();
    }

    private record Marked(Sitting sitting, String reason, boolean passed, boolean passedNow) { }

    /** Last: from here on everybody who adds to the trail waits until the transaction ends. */
    private void record(Marked m, String actor) {
        trail.record(actor, "sitting.mark", m.sitting().id().toString(), m.reason() + (m.passed() ? " passed" : " not passed"));
    }

    private Marked mark(Sitting sitting, String reason) {
        boolean before = verdicts.of(sitting.id()).map(Verdict::passed).orElse(false);
        Session session = sessions.get(sitting.sessionId());
        Verdict verdict = Verdict.of(blueprints(sitting.versions()), sessions.terms(session.track()).passMark(), scored(sitting));
        verdicts.add(sitting.id(), verdict, reason, clock.instant());
        boolean now = verdict.passed() && !before;
        if (now) {
            passed.fire(passed(sitting, session));
        }
        sittings.written();
        return new Marked(sitting, reason, verdict.passed(), now);
    }

    /** A certificate counts from the day of the exam, also where an item is struck long after it; a renewal knows both days. */
    private ExamPassed passed(Sitting sitting, Session session) {
        return sitting.cycle() == Learnt.WHOLE_WAY
                ? new ExamPassed(sitting.candidateId(), session.track(), session.courses(), sitting.submittedAt(), sitting.id())
                : new ExamPassed(sitting.candidateId(), session.track(), session.courses(), clock.instant(), sitting.id(),
                        new ExamPassed.Renewed(sitting.cycle(), sitting.submittedAt()));
    }

    /** The blueprints of course versions, in their order, by course. */
    public Map<UUID, Blueprint> blueprints(List<UUID> versions) {
        Map<UUID, Blueprint> blueprints = new LinkedHashMap<>();
        for (UUID version : versions) {
            Course course = courses.version(version).orElseThrow().course();
            blueprints.put(course.id(), course.blueprint());
        }
        return blueprints;
    }

    private List<Verdict.Scored> scored(Sitting sitting) {
        List<PaperItem> paper = sittings.paper(sitting.id());
        Map<Integer, Response> answers = sittings.answers(sitting.id());
        Map<UUID, BankItem> items = bank.byIds(paper.stream().map(PaperItem::item).toList()).stream()
                .collect(Collectors.toMap(BankItem::id, Function.identity()));
        Set<UUID> struck = bank.struck(items.keySet());
        List<Verdict.Scored> scored = new ArrayList<>();
        List<Double> worth = new ArrayList<>();
        for (int i = 0; i < paper.size(); i++) {
            BankItem item = items.get(paper.get(i).item());
            double points = answers.getOrDefault(i + 1, Response.SKIPPED).points(bank.content(item).item());
            worth.add(points);
            scored.add(new Verdict.Scored(item.courseId(), item.topic(), struck.contains(item.id()) ? 1 : points));
        }
        sittings.keepPoints(sitting.id(), worth);
        return scored;
    }
}
