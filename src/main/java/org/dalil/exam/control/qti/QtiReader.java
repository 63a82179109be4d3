package org.dalil.exam.control.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.authoring.entity.Unpacked;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.BankPlan;
import org.dalil.exam.entity.ItemContent;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;

/**
 * Reads a QTI content package (2.1, 2.2 or 3.0) for a course: items of which all languages can be taken, and why each other one is
 * refused. An item is a whole: if one of its languages is refused, all of it is.
 */
public final class QtiReader {

    /** Files of items in a package. */
    static final int MOST = 4000;
    /** Bytes of one item; ours have five thousand. */
    private static final int LARGEST_ITEM = 512 * 1024;
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})(-[A-Z]{2})?");

    private final Unpacked unpacked;
    private final Set<String> topics;
    private final BankDefaults defaults;
    /** By id of the item and language. */
    private final Map<String, Map<String, Part>> parts = new LinkedHashMap<>();
    private final Map<String, BankPlan.Refusal> spoilt = new LinkedHashMap<>();
    private final List<BankPlan.Refusal> refused = new ArrayList<>();

    /** One language of an item. */
    private record Part(Listed listed, ReadItem item) { }

    /** What was read. */
    public record Reading(List<ItemContent> items, List<BankPlan.Refusal> refused) { }

    private QtiReader(Unpacked unpacked, Set<String> topics, BankDefaults defaults) {
        this.unpacked = unpacked;
        this.topics = topics;
        this.defaults = defaults;
    }

    /**
     * Keeps nothing.
     *
     * @param topics the ids that are topics of the course
     * @throws Refused if the package as a whole can't be read
     */
    public static Reading read(Unpacked unpacked, Set<String> topics, BankDefaults defaults) {
        unpacked.spoiled().ifPresent(s -> {
            throw leftOut(s.getKey(), s.getValue());
        });
        return new QtiReader(unpacked, topics, defaults).read();
    }

    private static Refused leftOut(String path, Unpacked.Reason reason) {
        String key = switch (reason) {
            case DAMAGED -> "exam.qti.package.damaged";
            case TOO_MUCH -> "exam.qti.package.much";
            case TOO_LARGE -> "exam.qti.package.large";
            case NAME -> "exam.qti.package.name";
            case ODD_NAME -> "exam.qti.package.odd";
            case TWICE -> "exam.qti.package.twice";
            case LINK -> "exam.qti.package.link";
            case LOCKED -> "exam.qti.package.locked";
            case BOMB -> "exam.qti.package.bomb";
            case UNTRUE -> "exam.qti.package.untrue";
        };
        return path.isEmpty() ? new Refused(key, "") : new Refused(key, path);
    }

    private Reading read() {
        byte[] manifest = unpacked.files().get(ManifestReader.NAME);
        if (manifest == null) {
            throw unpacked.leftOut().containsKey(ManifestReader.NAME)
                    ? leftOut(ManifestReader.NAME, unpacked.leftOut().get(ManifestReader.NAME)) : new Refused("exam.qti.manifest");
        }
        ManifestReader list = new ManifestReader(topics);
        list.read(manifest);
        if (list.listed().size() > MOST) {
            throw new Refused("exam.qti.many", MOST);
        }
        refused.addAll(list.refused());
        list.refused().forEach(r -> spoilt.put(idOfFile(r.name()), r));
        list.listed().forEach(this::read);
        List<ItemContent> items = new ArrayList<>();
        parts.forEach((id, languages) -> {
            if (!spoilt.containsKey(id)) {
                try {
                    items.add(whole(id, languages));
                } catch (Refused why) {
                    refused.add(new BankPlan.Refusal(id, why));
                }
            }
        });
        return new Reading(items, List.copyOf(refused));
    }

    private void read(Listed listed) {
        byte[] file = unpacked.files().get(listed.href());
        String id = null;
        try {
            if (file == null) {
                throw unpacked.leftOut().containsKey(listed.href()) ? leftOut(listed.href(), unpacked.leftOut().get(listed.href()))
                        : new Refused("exam.qti.missing");
            }
            if (file.length > LARGEST_ITEM) {
                throw leftOut(listed.href(), Unpacked.Reason.TOO_LARGE);
            }
            ReadItem item = ItemReader.read(file);
            String written = item.language().isEmpty() ? listed.language() : item.language();
            id = id(item.identifier(), written);
            keep(id, language(written), new Part(listed, item));
        } catch (Refused why) {
            BankPlan.Refusal refusal = new BankPlan.Refusal(listed.href(), why);
            refused.add(refusal);
            spoilt.put(id == null ? idOfFile(listed.href()) : id, refusal);
        }
    }

    private void keep(String id, String language, Part part) {
        Map<String, Part> languages = parts.computeIfAbsent(id, i -> new TreeMap<>());
        if (languages.putIfAbsent(language, part) != null) {
            throw new Refused("exam.qti.twice", id);
        }
    }

    /** A file that can't be read has no identifier; in packages of ours its name says which item would be half. */
    private static String idOfFile(String href) {
        String name = href.substring(href.lastIndexOf('/') + 1).replaceFirst("\\.xml$", "");
        int dot = name.lastIndexOf('.');
        return IdText.ofItem(dot > 0 ? name.substring(0, dot) : name);
    }

    /** The same item has the same id in every language: the language behind its identifier is taken off. */
    private static String id(String identifier, String language) {
        String ending = "." + language;
        String id = IdText.ofItem(!language.isEmpty() && identifier.endsWith(ending) ? identifier.substring(0, identifier.length() - ending.length())
                : identifier);
        if (id.isEmpty()) {
            throw new Refused("exam.qti.id");
        }
        return id;
    }

    private static String language(String written) {
        Matcher tag = LANGUAGE.matcher(written);
        if (!tag.matches() || Language.ALL.stream().noneMatch(l -> l.tag().equals(tag.group(1)))) {
            throw written.isEmpty() ? new Refused("exam.qti.noLanguage") : new Refused("exam.qti.language", written);
        }
        return tag.group(1);
    }

    private ItemContent whole(String id, Map<String, Part> languages) {
        Part first = languages.values().iterator().next();
        if (languages.values().stream().anyMatch(p -> !p.item().isLike(first.item()) || !p.listed().isLike(first.listed()))) {
            throw new Refused("exam.qti.unlike");
        }
        String topic = first.listed().topic() == null ? defaults.topic() : first.listed().topic();
        Difficulty difficulty = first.listed().difficulty() == null ? defaults.difficulty() : first.listed().difficulty();
        if (topic == null) {
            throw new Refused("exam.qti.noTopic");
        }
        if (difficulty == null) {
            throw new Refused("exam.qti.noDifficulty");
        }
        ReadItem item = first.item();
        List<String> choices = IdText.ofChoices(item.choices(), 'a');
        List<String> right = IdText.ofChoices(item.right(), 'p');
        boolean pairs = !item.right().isEmpty();
        List<String> key = item.key().stream().map(k -> pairs ? right.get(item.right().indexOf(k)) : choices.get(item.choices().indexOf(k))).toList();
        Map<String, Bank.ItemWords> words = new TreeMap<>();
        languages.forEach((language, part) -> words.put(language, renamed(part.item(), choices, right)));
        return new ItemContent(new Bank.Item(id, topic, difficulty, item.kind(), choices, right, key, first.listed().sources(),
                first.listed().provision()), words);
    }

    private static Bank.ItemWords renamed(ReadItem item, List<String> choices, List<String> right) {
        return new Bank.ItemWords(item.words().stem(), renamed(item.words().choices(), item.choices(), choices),
                renamed(item.words().right(), item.right(), right), item.words().explanation());
    }

    private static Map<String, String> renamed(Map<String, String> words, List<String> from, List<String> to) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (int i = 0; i < from.size(); i++) {
            renamed.put(to.get(i), words.get(from.get(i)));
        }
        return renamed;
    }
}
