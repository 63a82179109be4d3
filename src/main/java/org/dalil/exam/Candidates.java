package org.dalil.exam;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.control.CandidateListReader;
import org.dalil.exam.control.CandidateRows;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.control.Paths;
import org.dalil.exam.control.People;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateList;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Invitation;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Renewal;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;

/** Candidates as certifiers keep them. Names are opened here for whoever needs them, and nowhere else. */
@Door
public class Candidates {

    /** The most that a list shows. */
    public static final int SHOWN = 100;

    @Inject CandidateStore store;
    @Inject People people;
    @Inject CandidateRows rows;
    @Inject Paths paths;
    @Inject Submissions submissions;
    @Inject Acting acting;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /**
     * Who a candidate is: for certificates.
     *
     * @return nothing if the key of names is lost
     * @throws Refused if there is no such candidate
     */
    @RequiresPermissions("certificate:issue")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Person> person(CandidateId id) {
        Candidate candidate = store.get(id);
        return people.open(id, candidate.sealed(), candidate.keyVersion());
    }

    /** Who these candidates are: for lists of certificates. Whoever's key of names is lost is missing. */
    @RequiresPermissions("certificate:issue")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<CandidateId, Person> persons(Collection<CandidateId> ids) {
        Map<CandidateId, Person> persons = new HashMap<>();
        store.byIds(ids.stream().map(CandidateId::value).distinct().toList())
                .forEach(c -> people.open(c.id(), c.sealed(), c.keyVersion()).ifPresent(person -> persons.put(c.id(), person)));
        return persons;
    }

    /** How far each of these is with the renewal of their certificate: for certificates. */
    @RequiresPermissions("certificate:issue")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<CandidateId, Renewal> renewals(Collection<CandidateId> ids) {
        Map<CandidateId, Renewal> renewals = new HashMap<>();
        paths.of(store.byIds(ids.stream().map(CandidateId::value).distinct().toList()))
                .forEach((id, ways) -> Optional.ofNullable(ways.renewal()).ifPresent(renewal -> renewals.put(id, renewal)));
        return renewals;
    }

    /** Those whose names hold all of these words; without any the newest. */
    @RequiresPermissions("exam:candidate")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<CandidateRow> find(String words) {
        List<Candidate> found = words == null || words.isBlank() ? store.newest(SHOWN) : store.named(words, SHOWN);
        return rows.of(found);
    }

    /**
     * Adds somebody.
     *
     * @param form sent again, it adds nobody and returns the same
     * @throws Refused if they are there already, or the key that names are sealed with is not
     */
    @RequiresPermissions("exam:candidate")
    @Transactional
    public CandidateId add(Submission form, Person person, Track track, int extraPercent) {
        Optional<String> before = submissions.before(form, "candidate.add", submissions.contentOf(form, typed(person), track, extraPercent));
        if (before.isPresent()) {
            return CandidateId.of(before.get()).orElseThrow();
        }
        refuseWithoutKey();
        if (store.isKnown(person)) {
            throw new Refused("exam.row.known");
        }
        CandidateId id = added(person, track, extraPercent);
        submissions.done(form, "candidate.add", id.toString());
        trail.record("candidate.add", id.toString());
        return id;
    }

    private static List<String> typed(Person person) {
        Spellings names = person.names();
        return List.of(names.arabic(), names.kurdish(), names.latin(), person.profession(), person.reference());
    }

    private CandidateId added(Person person, Track track, int extraPercent) {
        return store.add(new Candidate(track, extraPercent, acting.staff(), clock.instant()), person).id();
    }

    /** Names under two keys could not be told apart: a lost key has to be put back first. */
    private void refuseWithoutKey() {
        if (!store.isKeyThere()) {
            throw new Refused("exam.key.lost");
        }
    }

    /** At the start, when the key of the index is another than before: everybody whose name can be read is indexed anew. */
    @RequiresPermissions("exam:clock")
    @Transactional
    public void reindex() {
        if (!store.isIndexed()) {
            store.indexAll();
        }
    }

    /** What an academy's list would add; nothing is added. @throws Refused if the file is no such list */
    @RequiresPermissions("exam:candidate")
    @Transactional(Transactional.TxType.SUPPORTS)
    public CandidateList preview(byte[] file) {
        CandidateList list = CandidateListReader.read(file);
        return new CandidateList(list.encoding(), list.rows().stream().map(row -> row.isTaken() && store.isKnown(row.person())
                ? CandidateList.Row.refused(row.line(), new Refused("exam.row.known")) : row).toList());
    }

    /**
     * Adds the lines of a previewed list that were taken, all or none; whoever came in meanwhile is left out.
     *
     * @param form sent again, it adds nobody and returns the same
     * @return how many
     */
    @RequiresPermissions("exam:candidate")
    @Transactional
    public int addAll(Submission form, CandidateList list) {
        String lines = submissions.contentOf(form, list.taken().stream().map(row -> List.of(typed(row.person()), row.track(), row.extraPercent())).toList());
        Optional<String> before = submissions.before(form, "candidate.addAll", lines);
        if (before.isPresent()) {
            return Integer.parseInt(before.get());
        }
        refuseWithoutKey();
        List<CandidateId> added = new ArrayList<>();
        for (CandidateList.Row row : list.taken()) {
            if (!store.isKnown(row.person())) {
                added.add(added(row.person(), row.track(), row.extraPercent()));
            }
        }
        submissions.done(form, "candidate.addAll", String.valueOf(added.size()));
        // Last: everybody who adds to the trail waits from here on.
        trail.record("candidate.add", added.stream());
        return added.size();
    }

    /**
     * Makes invitations, to be printed now: their codes are known at this moment only. Earlier ones of the same people end.
     *
     * @param form sent again, it makes none and returns the same, without those that were used or ended since
     */
    @RequiresPermissions("exam:candidate")
    @Transactional
    public List<Invitation> invite(Submission form, Collection<CandidateId> ids) {
        // However many they are, as one id.
        String whom = UUID.nameUUIDFromBytes(ids.stream().map(CandidateId::toString).sorted().collect(Collectors.joining()).getBytes(US_ASCII)).toString();
        boolean sent = submissions.before(form, "candidate.invite", whom).isPresent();
        List<Candidate> found = store.byIds(ids.stream().map(CandidateId::value).toList());
        if (sent) {
            return found.stream().filter(c -> c.isInvitedWith(store.mac(code(form, c)))).map(c -> invitation(form, c)).toList();
        }
        found.forEach(candidate -> candidate.invite(store.mac(code(form, candidate)), clock.instant()));
        store.written();
        trail.record("candidate.invite", found.stream().map(Candidate::id));
        return found.stream().map(candidate -> invitation(form, candidate)).toList();
    }

    private CardCode code(Submission form, Candidate candidate) {
        return CardCode.of(submissions.secret(form, "invitation " + candidate.id()));
    }

    private Invitation invitation(Submission form, Candidate candidate) {
        return new Invitation(candidate.number(), people.open(candidate.id(), candidate.sealed(), candidate.keyVersion()).orElse(null),
                code(form, candidate));
    }
}
