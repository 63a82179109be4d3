package org.dalil.report.entity;

import java.util.List;
import java.util.Optional;

/**
 * What a workshop's report holds beside who was there and what changed, as it may be shown. Made only in this package.
 */
public final class PublishedWorkshop {

    /** Below, an effect size says more about chance than about a course (ours). */
    private static final int FOR_AN_EFFECT = 20;

    private final int expected;
    private final Optional<MasteryChange> mastery;
    private final List<ObjectiveChange> objectives;
    private final List<String> again;
    private final Optional<Capped> unpairedBefore;
    private final Optional<Capped> exposure;
    private final Optional<Share> sawMost;
    private final Optional<Share> early;
    private final Optional<PublishedForms> forms;
    private final Optional<EffectSize> effect;
    private final Optional<NormalisedGain> normalised;

    private PublishedWorkshop(WorkshopTotals raw, Optional<PublishedScores> scores, SmallestGroup smallest) {
        Pairs pairs = raw.orders().all();
        boolean enough = scores.isPresent();
        boolean changeShown = scores.flatMap(PublishedScores::change).isPresent();
        expected = raw.expected();
        mastery = MasteryChange.of(pairs.passed(), smallest);
        objectives = ObjectiveChange.of(raw.objectives(), pairs.people(), smallest);
        again = raw.again(smallest);
        // How many they are isn't shown, so the bounds must not say it.
        unpairedBefore = Optional.of(raw.unpairedBefore()).filter(s -> smallest.holds(s.size()))
                .map(s -> Capped.mean(s.mean(), smallest.people()));
        exposure = enough ? Optional.of(Capped.mean(raw.exposure().mean(), pairs.people())) : Optional.empty();
        sawMost = enough ? Optional.of(Share.of(raw.sawMost(), pairs.people())) : Optional.empty();
        early = enough ? Optional.of(Share.of(raw.early(), pairs.people())) : Optional.empty();
        forms = enough ? PublishedForms.from(raw.orders(), smallest) : Optional.empty();
        effect = changeShown && pairs.people() >= FOR_AN_EFFECT ? EffectSize.of(pairs) : Optional.empty();
        normalised = changeShown ? pairs.normalised() : Optional.empty();
    }

    static PublishedWorkshop from(WorkshopTotals raw, Optional<PublishedScores> scores, SmallestGroup smallest) {
        return new PublishedWorkshop(raw, scores, smallest);
    }

    /** How many people were planned for: no figure about anybody. */
    public int expected() {
        return expected;
    }

    /** How much the share at the pass mark changed; nothing where it would give a capped share back. */
    public Optional<MasteryChange> mastery() {
        return mastery;
    }

    /** What changed by objective, in the order of their ids; none while too few took both tests. */
    public List<ObjectiveChange> objectives() {
        return objectives;
    }

    /** Ids of items that fewer than 70 % got right after the course, in the order of the figures; no number says how many. */
    public List<String> again() {
        return again;
    }

    /** The mean score before, 0 to 100, of those who are in no pair; to be set beside that of the pairs. */
    public Optional<Capped> unpairedBefore() {
        return unpairedBefore;
    }

    /** The mean share of the course that pairs had seen before the test after, in percent. */
    public Optional<Capped> exposure() {
        return exposure;
    }

    /** How many of the pairs had seen at least 80 % of it. */
    public Optional<Share> sawMost() {
        return sawMost;
    }

    /** In how many of the pairs a test was closed early and still counts. */
    public Optional<Share> early() {
        return early;
    }

    /** Which form came first; nothing where one side is small. */
    public Optional<PublishedForms> forms() {
        return forms;
    }

    /** For the expert view, from 20 people. */
    public Optional<EffectSize> effect() {
        return effect;
    }

    /** For the expert view. */
    public Optional<NormalisedGain> normalised() {
        return normalised;
    }
}
