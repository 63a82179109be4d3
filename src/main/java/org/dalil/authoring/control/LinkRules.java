package org.dalil.authoring.control;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where links may lead, and how good the sources are that they cite. */
final class LinkRules {

    private final References references;
    private final Findings findings;

    LinkRules(References references, Findings findings) {
        this.references = references;
        this.findings = findings;
    }

    /** What it leads to exists. */
    void check(String file, Link link) {
        if (!SafeAddress.isSafe(link.destination())) {
            findings.refuse(file, link.item(), "a link leads to \"" + FileName.shown(link.destination())
                    + "\"; only glossary:, help:, source:, course: and addresses of the help directory are allowed");
            return;
        }
        boolean missing = switch (link.scheme()) {
            case "glossary" -> references.lacksTerm(link.rest());
            case "source" -> references.lacksSource(link.rest());
            case "course" -> references.lacksCourse(link.rest());
            case "https" -> !references.hasAddress(link.destination());
            default -> false;
        };
        if (missing) {
            findings.refuse(file, link.item(), link.scheme().equals("https")
                    ? "the address " + link.destination() + " is no channel of the help directory; name the source instead"
                    : "the link " + link.destination() + " leads nowhere; check the id");
        }
    }

    /** Ids of the sources that are linked to. */
    static Set<String> cited(List<Link> links) {
        Set<String> cited = new TreeSet<>();
        links.stream().filter(l -> l.scheme().equals("source")).forEach(l -> cited.add(l.rest()));
        return cited;
    }

    /** Nothing rests on weak sources alone. */
    void checkGrades(String file, String item, Collection<String> cited) {
        if (!cited.isEmpty() && cited.stream().noneMatch(references::standsAlone)) {
            findings.refuse(file, item, "only weak or unverified sources are cited (" + String.join(", ", cited)
                    + "); add one of grade P or S");
        }
    }
}
