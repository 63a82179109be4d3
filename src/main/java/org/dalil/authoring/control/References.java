package org.dalil.authoring.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Source;
import org.dalil.help.entity.Channel;
import org.dalil.help.entity.HelpRegion;

/**
 * What courses can refer to. Where the glossary, the sources or a course can't be read, that has been found, and nothing that refers
 * to them is called wrong on top of it.
 *
 * @param allHelp    whether all of the help directory could be read
 * @param courses    codes of all courses in the tree that could be read
 * @param allCourses whether these are all
 */
record References(Optional<Glossary> glossary, Optional<Map<String, Source>> sources, List<HelpRegion> help,
                  boolean allHelp, Set<String> courses, boolean allCourses) {

    boolean lacksTerm(String id) {
        return glossary.isPresent() && glossary.get().term(id).isEmpty();
    }

    boolean lacksSource(String id) {
        return sources.isPresent() && !sources.get().containsKey(id);
    }

    boolean lacksCourse(String code) {
        return allCourses && !courses.contains(code);
    }

    /** Whether a fact may rest on this source alone; true if that can't be known. */
    boolean standsAlone(String source) {
        return sources.map(s -> s.get(source)).map(s -> s.grade().standsAlone()).orElse(true);
    }

    boolean hasAddress(String address) {
        return !allHelp || channels().stream().filter(c -> c.kind() == Channel.Kind.WEB)
                .anyMatch(c -> plain(c.value()).equals(plain(address)));
    }

    private static String plain(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst("^www\\.", "").replaceFirst("/$", "");
    }

    /** Numbers of all phone and chat channels, digits only. */
    Set<String> phones() {
        return channels().stream().filter(c -> c.kind().needsChecking())
                .map(c -> c.value().replaceAll("[^0-9]", "")).collect(Collectors.toSet());
    }

    private List<Channel> channels() {
        return help.stream().flatMap(r -> r.channels().stream()).toList();
    }
}
