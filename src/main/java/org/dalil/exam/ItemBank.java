package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.account.entity.StaffId;
import org.dalil.authoring.BankImport;
import org.dalil.authoring.entity.BankReading;
import org.dalil.authoring.entity.Finding;
import org.dalil.course.Courses;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Module;
import org.dalil.exam.control.BankIntake;
import org.dalil.exam.control.BankStore;
import org.dalil.exam.control.Examined;
import org.dalil.exam.control.ItemFiguresQuery;
import org.dalil.exam.control.Striking;
import org.dalil.exam.control.qti.QtiReader;
import org.dalil.exam.control.qti.QtiWriter;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.BankRow;
import org.dalil.exam.entity.BankUpload;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.ItemEdit;
import org.dalil.exam.entity.ItemFigures;
import org.dalil.exam.entity.Missing;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;

/** The items of exams: one certifier uploads them, another reads them, and only then are they drawn. */
@Door
public class ItemBank {

    @Inject BankStore store;
    @Inject BankIntake intake;
    @Inject Striking striking;
    @Inject Examined examined;
    @Inject ItemFiguresQuery figures;
    @Inject BankImport imports;
    @Inject Courses courses;
    @Inject Acting acting;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /** The courses that end in an exam. */
    @RequiresPermissions("exam:bank")
    public List<Course> courses() {
        return examined();
    }

    private List<Course> examined() {
        return courses.all().stream().map(CourseVersion::course).filter(c -> c.blueprint() != null).toList();
    }

    private Course course(String code) {
        return courses.byCode(code).filter(c -> c.blueprint() != null).orElseThrow(() -> new Refused("exam.plan.noCourse", code));
    }

    /** The items of a course: those that wait for a second reader, those in use, those that are retired. */
    @RequiresPermissions("exam:bank")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<BankRow> items(String code) {
        StaffId reader = acting.staff();
        UUID course = course(code).id();
        Map<UUID, ItemFigures> known = figures.of(course);
        return store.of(course).stream().map(i -> BankRow.of(i, i.isOf(reader), known.getOrDefault(i.id(), ItemFigures.NONE)))
                .sorted(Comparator.comparing(BankRow::state)).toList();
    }

    /** What an item says, with its key: for those who review it. */
    @RequiresPermissions("exam:bank")
    @Transactional(Transactional.TxType.SUPPORTS)
    public ItemContent content(UUID id) {
        return store.content(store.get(id));
    }

    /** What was marked at an item in exams; nothing while too few were asked. */
    @RequiresPermissions("exam:bank")
    @Transactional(Transactional.TxType.SUPPORTS)
    public ItemFigures.Marks marks(UUID id) {
        return figures.marks(store.get(id).id());
    }

    /** What a course's bank lacks, in each language that has items at all. */
    @RequiresPermissions("exam:bank")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, List<Missing>> missing(String code) {
        List<CourseVersion> versions = examined.versions(List.of(code));
        Map<String, List<Missing>> missing = new TreeMap<>();
        Language.ALL.forEach(l -> missing.put(l.tag(), examined.missing(versions, l.tag())));
        return missing;
    }

    /** Takes a bank in: all of it or, if something is wrong, nothing. What is there already stays as it is. @param files by name */
    @RequiresPermissions("exam:bank")
    @Transactional
    public BankUpload upload(String code, Map<String, byte[]> files) {
        Course course = course(code);
        BankReading reading = imports.read(files, course);
        if (reading.bank() == null) {
            return new BankUpload(0, 0, reading.findings().stream().filter(Finding::refuses).map(f -> f.toString().replace("courses/upload/", "")).toList());
        }
        int added = 0;
        for (Bank.Item item : reading.bank().items()) {
            Map<String, Bank.ItemWords> words = new TreeMap<>();
            reading.bank().words().forEach((language, all) -> words.put(language, all.items().get(item.id())));
            added += intake.add(course, new ItemContent(item, words)) ? 1 : 0;
        }
        trail.record(AuditTrail.actor(), "bank.upload", course.code(), String.valueOf(added));
        return new BankUpload(added, reading.bank().items().size() - added, List.of());
    }

    /**
     * Changes an item: what comes of it is another one that waits for a second reader. A draft that waits gives way to it at once, one
     * in use stays in use until then.
     *
     * @throws Refused with the one thing that is wrong, by the rules of any bank that comes in; if nothing is changed, too
     */
    @RequiresPermissions("exam:bank")
    @Transactional
    public void edit(UUID id, ItemEdit edit) {
        BankItem item = store.locked(id);
        Course course = examined().stream().filter(c -> c.id().equals(item.courseId())).findFirst().orElseThrow(() -> new Refused("exam.bank.gone"));
        ItemContent before = store.content(item);
        ItemContent after = checked(course, edit.of(before));
        if (after.equals(QtiWriter.kept(before)) && !item.isRetired() || !intake.add(course, after)) {
            throw new Refused("exam.edit.same");
        }
        if (item.isPending()) {
            item.retire(BankItem.Retired.REPLACED, acting.staff(), clock.instant());
        }
        trail.record(AuditTrail.actor(), "bank.edit", id.toString(), course.code());
    }

    /** As if it came from elsewhere: one set of rules for all that comes in. */
    private ItemContent checked(Course course, ItemContent content) {
        Set<String> topics = course.modules().stream().map(Module::objective).collect(Collectors.toSet());
        QtiReader.Reading reading = QtiReader.read(imports.unpack(QtiWriter.write(List.of(content))), topics, BankDefaults.NONE);
        if (!reading.refused().isEmpty()) {
            throw reading.refused().get(0).why();
        }
        return reading.items().get(0);
    }

    /** A second reader lets items in; what they replace is drawn no more. @throws Refused if the reader uploaded one of them */
    @RequiresPermissions("exam:review")
    @Transactional
    public void approve(List<UUID> ids) {
        List<BankItem> items = store.byIds(ids);
        for (BankItem item : items) {
            item.approve(acting.staff(), clock.instant());
            store.current(item.courseId(), item.key()).stream().filter(other -> !other.id().equals(item.id()) && other.isApproved())
                    .forEach(other -> other.retire(BankItem.Retired.REPLACED, acting.staff(), clock.instant()));
        }
        store.written();
        // Last: everybody who adds to the trail waits from here on.
        trail.record("bank.approve", items.stream().map(BankItem::id));
    }

    /** An item is drawn no more: people know it, or the second reader sends it back. */
    @RequiresPermissions("exam:review")
    @Transactional
    public void retire(UUID id, BankItem.Retired why) {
        store.get(id).retire(why, acting.staff(), clock.instant());
        trail.record(AuditTrail.actor(), "bank.retire", id.toString(), why.name());
    }

    /**
     * Strikes an item that was found faulty: drawn no more, and right for everybody who was asked it. Those who are sitting now
     * are marked so when they hand in. Those who have handed in wait from now on, without a result that anybody sees, until
     * {@link ExamClock} has marked them again one by one. A second time nothing happens.
     *
     * @return how many sittings wait
     */
    @RequiresPermissions("exam:review")
    @Transactional
    public int strike(UUID id) {
        return striking.strike(id, acting.staff());
    }
}
