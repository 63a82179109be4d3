package org.dalil.learning;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.dalil.account.Cards;
import org.dalil.account.entity.CardCode;
import org.dalil.learning.control.ProgressStore;
import org.dalil.learning.entity.CompletedModules;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;

/** What a card has completed. Its code is the permission, as it is for everything else about a card. */
@Door
public class Completions {

    @Inject Cards cards;
    @Inject ProgressStore progress;

    /** The modules that the card with this code has completed; nothing if there is no such card. No visit begins by it. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<CompletedModules> of(CardCode code) {
        return cards.find(code).map(card -> new CompletedModules(card, progress.completedModules(card)));
    }
}
