package org.dalil.learning;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.Cards;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Module;
import org.dalil.learning.control.CompletionObserver;
import org.dalil.learning.control.JourneyQuery;
import org.dalil.learning.control.ProgressStore;
import org.dalil.learning.entity.Journey;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;

/** A learner's way through a course. The visit's cookie is the permission and part of every statement. */
@Door
public class Journeys {

    @Inject Cards cards;
    @Inject JourneyQuery query;
    @Inject ProgressStore progress;
    @Inject CompletionObserver completion;

    /** Where this browser's card stands; nothing without a visit. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Journey> of(String cookie, UUID courseId) {
        return query.of(cookie, courseId);
    }

    /** Which cards of a module this browser's card has seen, as bits; nothing without a visit. One round trip. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Long> seen(String cookie, UUID courseId, int module) {
        return query.seen(cookie, courseId, module);
    }

    /** The course a card worked in. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<UUID> lastCourse(UUID cardId) {
        return query.lastCourse(cardId);
    }

    /** A lesson's card was seen and moved on from. @return false if this browser has no visit (any more), and nothing was recorded */
    @OpenToAll
    @Transactional
    public boolean saw(String cookie, CourseVersion version, Module module, int card) {
        if (!progress.saw(cookie, version.course().id(), module.number(), card, card == module.cards())
                && query.seen(cookie, version.course().id(), module.number()).isEmpty()) {
            return false;
        }
        cards.used(cookie);
        if (card == module.cards()) {
            query.of(cookie, version.course().id())
                    .ifPresent(journey -> completion.complete(journey.cardId(), version.course().id(), version));
        }
        return true;
    }
}
