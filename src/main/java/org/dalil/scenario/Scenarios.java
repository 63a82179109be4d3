package org.dalil.scenario;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.Cards;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;
import org.dalil.scenario.control.RunStore;
import org.dalil.scenario.entity.Run;
import org.dalil.scenario.entity.SavedRun;
import org.dalil.scenario.entity.ScenarioFinished;

/** Chats of cards. The visit's cookie is the permission and part of every look-up. */
@Door
public class Scenarios {

    @Inject Cards cards;
    @Inject RunStore runs;
    @Inject Event<ScenarioFinished> finished;

    /** The run of this browser's card; nothing without a visit. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SavedRun> of(String cookie, UUID courseId, int module) {
        return runs.of(cookie, courseId, module);
    }

    /**
     * Keeps a run as it stands; if it has ended, the module knows.
     *
     * @throws Refused without a visit
     */
    @OpenToAll
    @Transactional
    public void keep(String cookie, UUID courseId, UUID versionId, int module, Run run) {
        SavedRun saved = runs.of(cookie, courseId, module).orElseThrow(() -> new Refused("account.visit.none"));
        runs.save(saved.cardId(), courseId, module, versionId, run.choices(), run.hasEnded(), false);
        cards.used(cookie);
        if (run.hasEnded()) {
            finished.fire(new ScenarioFinished(saved.cardId(), courseId, versionId, module));
        }
    }

    /**
     * Skips the chat. It costs nothing.
     *
     * @throws Refused without a visit
     */
    @OpenToAll
    @Transactional
    public void skip(String cookie, UUID courseId, UUID versionId, int module) {
        SavedRun saved = runs.of(cookie, courseId, module).orElseThrow(() -> new Refused("account.visit.none"));
        runs.save(saved.cardId(), courseId, module, versionId, saved.choices(), false, true);
        cards.used(cookie);
        finished.fire(new ScenarioFinished(saved.cardId(), courseId, versionId, module));
    }
}
