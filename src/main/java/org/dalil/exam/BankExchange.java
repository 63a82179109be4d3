package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.authoring.BankImport;
import org.dalil.course.Courses;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.exam.control.BankIntake;
import org.dalil.exam.control.BankStore;
import org.dalil.exam.control.qti.QtiReader;
import org.dalil.exam.control.qti.QtiWriter;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.BankPlan;
import org.dalil.exam.entity.BankUpload;
import org.dalil.exam.entity.ItemContent;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;

/** Banks on their way to other programs and back, as QTI packages and as tables. Whoever may read the keys may; what goes out stands in the audit trail. */
@Door
public class BankExchange {

    @Inject BankStore store;
    @Inject BankIntake intake;
    @Inject BankImport imports;
    @Inject Courses courses;
    @Inject AuditTrail trail;

    private Course course(String code) {
        return courses.byCode(code).filter(c -> c.blueprint() != null).orElseThrow(() -> new Refused("exam.plan.noCourse", code));
    }

    /** A course's topics, in its order: what an item from elsewhere can be about. */
    @RequiresPermissions("exam:bank")
    public List<String> topics(String code) {
        return course(code).modules().stream().map(Module::objective).distinct().toList();
    }

    /**
     * A course's bank with its key as a QTI 2.1 package: every item that is in use, and those that wait to be new.
     *
     * @throws Refused if there are none
     */
    @RequiresPermissions("exam:bank")
    @Transactional
    public byte[] export(String code) {
        Course course = course(code);
        List<ItemContent> items = current(course).stream().map(store::content).toList();
        if (items.isEmpty()) {
            throw new Refused("exam.qti.empty");
        }
        byte[] written = QtiWriter.write(items);
        trail.record(AuditTrail.actor(), "bank.export", course.code(), "qti " + items.size());
        return written;
    }

    /**
     * A course's bank with its key as a table: the same items, as far as a table holds them (no order, no match).
     *
     * @throws Refused if there are none
     */
    @RequiresPermissions("exam:bank")
    @Transactional
    public byte[] table(String code) {
        Course course = course(code);
        List<ItemContent> items = current(course).stream().map(store::content).filter(i -> imports.fitsTable(i.item())).toList();
        if (items.isEmpty()) {
            throw new Refused("exam.qti.empty");
        }
        Map<String, Map<String, Bank.ItemWords>> words = new TreeMap<>();
        items.forEach(i -> i.words().forEach((language, own) -> words.computeIfAbsent(language, l -> new LinkedHashMap<>()).put(i.item().id(), own)));
        trail.record(AuditTrail.actor(), "bank.export", course.code(), "csv " + items.size());
        return imports.table(items.stream().map(ItemContent::item).toList(), words);
    }

    /** One of each id: the one that is in use, else the newest that waits. An edit that nobody else has read is not the bank yet. */
    private List<BankItem> current(Course course) {
        Map<String, BankItem> current = new LinkedHashMap<>();
        for (BankItem item : store.of(course.id())) {
            if (!item.isRetired() && (item.isApproved() || !current.containsKey(item.key()) || !current.get(item.key()).isApproved())) {
                current.put(item.key(), item);
            }
        }
        return List.copyOf(current.values());
    }

    /** What a QTI package would change; nothing is changed. @throws Refused if the package as a whole can't be read */
    @RequiresPermissions("exam:bank")
    @Transactional(Transactional.TxType.SUPPORTS)
    public BankPlan preview(String code, byte[] zip, BankDefaults defaults) {
        Course course = course(code);
        Set<String> topics = course.modules().stream().map(Module::objective).collect(Collectors.toSet());
        QtiReader.Reading reading = QtiReader.read(imports.unpack(zip), topics, known(defaults, topics));
        List<BankPlan.Planned> planned = new ArrayList<>();
        reading.items().forEach(item -> planned.add(new BankPlan.Planned(item, intake.change(course, item))));
        return new BankPlan(course.code(), List.copyOf(planned), reading.refused());
    }

    private static BankDefaults known(BankDefaults defaults, Set<String> topics) {
        return new BankDefaults(topics.contains(defaults.topic()) ? defaults.topic() : null, defaults.difficulty());
    }

    /** Takes in what a preview showed, all of it or nothing; what came in meanwhile stays as it is. */
    @RequiresPermissions("exam:bank")
    @Transactional
    public BankUpload take(BankPlan plan) {
        Course course = course(plan.course());
        int added = 0;
        for (BankPlan.Planned planned : plan.items()) {
            added += intake.add(course, planned.content()) ? 1 : 0;
        }
        trail.record(AuditTrail.actor(), "bank.upload", course.code(), "qti " + added);
        return new BankUpload(added, plan.items().size() - added, List.of());
    }
}
