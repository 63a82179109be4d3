package org.dalil.exam.control.qti;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.exam.entity.BankPlan;
import org.dalil.platform.entity.Refused;

/** Reads {@code imsmanifest.xml}: which files are items, and what IEEE LOM says of them. Tests, pictures and styles are passed over. */
final class ManifestReader {

    static final String NAME = "imsmanifest.xml";
    static final Set<String> TYPES = Set.of("imsqti_item_xmlv2p1", "imsqti_item_xmlv2p2", "imsqti_item_xmlv3p0");
    static final String TOPICS = "dalil-objective";
    static final String SOURCES = "dalil-source";
    static final String PROVISION = "dalil-provision";
    static final String REVIEW_BY = "review-by ";
    private static final Set<String> NAMESPACES = Set.of("http://www.imsglobal.org/xsd/imscp_v1p1",
            "http://www.imsglobal.org/xsd/apip/apipv1p0/imscp_v1p1", "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1");
    private static final Map<String, Difficulty> DIFFICULTIES = Map.of("very easy", Difficulty.EASY, "easy", Difficulty.EASY,
            "medium", Difficulty.MEDIUM, "difficult", Difficulty.HARD, "very difficult", Difficulty.HARD);

    private final Set<String> topics;
    private final List<Listed> listed = new ArrayList<>();
    private final List<BankPlan.Refusal> refused = new ArrayList<>();

    /** @param topics the ids that are topics of the course */
    ManifestReader(Set<String> topics) {
        this.topics = topics;
    }

    /** @throws Refused if it is no manifest, or lists no item */
    void read(byte[] file) {
        XmlElement manifest = XmlReader.read(file);
        if (!manifest.name().equals("manifest") || !NAMESPACES.contains(manifest.namespace())) {
            throw new Refused("exam.qti.manifest");
        }
        manifest.elements("resources").forEach(r -> r.elements("resource").forEach(resource ->
                resource(resource, manifest.attribute("xml:base") + r.attribute("xml:base") + resource.attribute("xml:base"))));
        if (listed.isEmpty() && refused.isEmpty()) {
            throw new Refused("exam.qti.nothing");
        }
    }

    List<Listed> listed() {
        return listed;
    }

    List<BankPlan.Refusal> refused() {
        return refused;
    }

    private void resource(XmlElement resource, String base) {
        String type = resource.attribute("type");
        String name = base + resource.attribute("href");
        boolean item = type.startsWith("imsqti_item_") || type.startsWith("imsqti_xmlv1") || type.startsWith("imsqti_apipitem");
        if (!item) {
            return;
        }
        try {
            if (!TYPES.contains(type)) {
                throw new Refused("exam.qti.version");
            }
            listed.add(item(resource, path(name), type));
        } catch (Refused why) {
            refused.add(new BankPlan.Refusal(name.isEmpty() ? resource.attribute("identifier") : name, why));
        }
    }

    private static String path(String href) {
        String path;
        try {
            path = URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Refused("exam.qti.outside");
        }
        path = path.startsWith("./") ? path.substring(2) : path;
        if (path.isEmpty() || path.startsWith("/") || path.contains(":") || path.contains("\\") || List.of(path.split("/", -1)).contains("..")) {
            throw new Refused("exam.qti.outside");
        }
        return path;
    }

    private Listed item(XmlElement resource, String href, String type) {
        List<XmlElement> lom = resource.below("metadata", "lom");
        return new Listed(href, type, first(lom, "general", "language").orElse(""), topic(lom), difficulty(lom), sources(lom), provision(lom));
    }

    private static List<XmlElement> all(List<XmlElement> lom, String... path) {
        return lom.stream().flatMap(l -> l.below(path).stream()).toList();
    }

    private static Optional<String> first(List<XmlElement> lom, String... path) {
        return all(lom, path).stream().map(XmlElement::text).filter(t -> !t.isEmpty()).findFirst();
    }

    /** A topic that the package calls ours must be one; of others' classifications counts what happens to be one. */
    private String topic(List<XmlElement> lom) {
        String ours = null;
        String known = null;
        for (XmlElement path : all(lom, "classification", "taxonPath")) {
            for (XmlElement taxon : path.elements("taxon")) {
                String id = taxon.first("id").or(() -> taxon.first("entry")).map(XmlElement::text).orElse("");
                if (path.below("source").stream().anyMatch(s -> s.text().equals(TOPICS))) {
                    ours = ours == null ? id : ours;
                } else if (topics.contains(id)) {
                    known = known == null ? id : known;
                }
            }
        }
        if (ours != null && !topics.contains(ours)) {
            throw new Refused("exam.qti.topic", ours);
        }
        return ours == null ? known : ours;
    }

    private static Difficulty difficulty(List<XmlElement> lom) {
        return first(lom, "educational", "difficulty", "value").map(DIFFICULTIES::get).orElse(null);
    }

    private static List<String> sources(List<XmlElement> lom) {
        return all(lom, "relation", "resource", "identifier").stream()
                .filter(i -> i.first("catalog").map(XmlElement::text).orElse("").equals(SOURCES))
                .map(i -> i.first("entry").map(XmlElement::text).orElse("")).filter(IdText::isId).distinct().toList();
    }

    private static Bank.Provision provision(List<XmlElement> lom) {
        for (XmlElement annotation : all(lom, "annotation")) {
            if (annotation.first("entity").map(XmlElement::text).orElse("").equals(PROVISION)) {
                Map<String, String> days = new HashMap<>();
                annotation.below("date", "dateTime").forEach(d -> days.put("checked", d.text()));
                annotation.below("description", "string").forEach(d -> days.put("review", d.text().replace(REVIEW_BY, "")));
                try {
                    return new Bank.Provision(days.containsKey("checked") ? LocalDate.parse(days.get("checked")) : null,
                            LocalDate.parse(days.getOrDefault("review", "")));
                } catch (DateTimeException noDay) {
                    throw new Refused("exam.qti.provision");
                }
            }
        }
        return null;
    }
}
