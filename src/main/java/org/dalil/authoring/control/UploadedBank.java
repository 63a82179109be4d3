package org.dalil.authoring.control;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dalil.authoring.entity.BankReading;
import org.dalil.authoring.entity.Finding;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;

/** Reads a bank that somebody uploads for a course: the same format and the same rules on keys and words as in {@code courses/}. */
public final class UploadedBank {

    private static final String FOLDER = "upload";
    private static final Pattern NAME = Pattern.compile("bank(\\.(en|ar|ckb|kmr))?\\.yaml");

    private final Course course;
    private final Findings findings = new Findings();

    private UploadedBank(Course course) {
        this.course = course;
    }

    /** Never fails: it finds. @param files by name */
    public static BankReading read(Map<String, byte[]> files, Course course) {
        return new UploadedBank(course).read(files);
    }

    private BankReading read(Map<String, byte[]> files) {
        SortedMap<String, byte[]> tree = new TreeMap<>();
        Map<String, byte[]> given = new TreeMap<>(files);
        byte[] table = given.remove("bank.csv");
        if (table != null && table.length > CourseFiles.LARGEST_FILE) {
            findings.refuse(FOLDER + "/bank.csv", "", Sentences.TOO_LARGE);
        } else if (table != null) {
            given.putAll(new CsvBank(FOLDER + "/bank.csv", findings).files(table));
        }
        given.forEach((name, content) -> {
            if (!NAME.matcher(name).matches()) {
                findings.refuse(FOLDER + "/" + FileName.shown(name), "", "the files of a bank are bank.yaml with bank.en.yaml, bank.ar.yaml, "
                        + "bank.ckb.yaml, bank.kmr.yaml, or bank.csv");
            } else if (content.length > CourseFiles.LARGEST_FILE) {
                findings.refuse(FOLDER + "/" + name, "", Sentences.TOO_LARGE);
            } else {
                tree.put(FOLDER + "/" + name, content);
            }
        });
        CourseFiles uploaded = new CourseFiles(tree, List.of());
        Optional<Bank> bank = new BankReader(new Documents(uploaded, findings), FOLDER).read(List.of("en", "ar", "ckb", "kmr"), course.sourceLanguage());
        if (!tree.containsKey(FOLDER + "/bank.yaml")) {
            findings.refuse(FOLDER + "/bank.yaml", "", "the file is missing; it holds the items and the key");
        }
        bank.ifPresent(this::check);
        boolean refused = findings.all().stream().anyMatch(Finding::refuses);
        return new BankReading(refused ? null : bank.orElse(null), findings.all());
    }

    private void check(Bank bank) {
        String file = FOLDER + "/bank.yaml";
        if (bank.demonstration()) {
            findings.refuse(file, "", "demonstration is true; a bank that certifies says demonstration: false");
        }
        if (bank.words().isEmpty()) {
            findings.refuse(file, "", "there are no words; upload bank.<language>.yaml together with it");
        }
        Set<String> seen = new HashSet<>();
        List<String> objectives = course.modules().stream().map(Module::objective).toList();
        KeyRules keys = new KeyRules(file, findings);
        for (Bank.Item item : bank.items()) {
            if (!seen.add(item.id())) {
                findings.refuse(file, "item " + item.id(), "this id is used twice; give one item another");
            }
            if (!objectives.contains(item.topic())) {
                findings.refuse(file, "item " + item.id(), "no module has the objective " + item.topic());
            }
            keys.check(item);
        }
        bank.words().forEach((language, words) -> checkWords(FOLDER + "/bank." + language + ".yaml", bank, words));
    }

    private void checkWords(String file, Bank bank, Bank.Words words) {
        WordsMatch.check(file, "item", bank.items().stream().map(Bank.Item::id).toList(), words.items().keySet(), findings);
        bank.items().stream().filter(i -> words.items().containsKey(i.id())).forEach(i -> {
            Bank.ItemWords own = words.items().get(i.id());
            WordsMatch.checkParts(file, "item " + i.id(), i.kind() == Quiz.Kind.MATCH ? "left" : "choice", i.choices(), own.choices().keySet(), findings);
            WordsMatch.checkParts(file, "item " + i.id(), "right", i.right(), own.right().keySet(), findings);
        });
    }
}
