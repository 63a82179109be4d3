package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.account.Colleagues;
import org.dalil.account.entity.Colleague;
import org.dalil.exam.entity.Judging;
import org.dalil.platform.web.PageTexts;

/** Who may decide about a question where it is one's own, as a certifier reads it. */
@RequestScoped
public class ExamJudgesWords {

    @Inject Colleagues colleagues;
    @Inject ExamWords words;
    @Inject PageTexts texts;

    /** Who has to do what now, each in a sentence. */
    List<String> sentences(Judging judging) {
        List<String> said = new ArrayList<>();
        if (judging.confirmed()) {
            said.add(texts.get("exam.judges.confirmed"));
        }
        List<String> decide = judging.confirmed() ? Stream.concat(judging.free().stream(), judging.others().stream()).toList() : judging.free();
        if (!decide.isEmpty()) {
            said.add(texts.of("exam.judges.free", listed(decide)));
        }
        if (!judging.confirmed() && !judging.others().isEmpty()) {
            said.add(texts.of("exam.judges.others", listed(judging.others())));
        }
        if (judging.free().isEmpty() && judging.others().isEmpty()) {
            said.add(texts.get("exam.judges.nobody"));
        }
        return said;
    }

    /** Which questions somebody else would have to strike, and who can; empty if there are none. */
    String own(Judging judging) {
        return judging.own().isEmpty() ? "" : texts.of("exam.judges.yours", listed(judging.own().stream().map(words::digits).toList()),
                strikers(Stream.concat(judging.free().stream(), judging.others().stream()).toList()));
    }

    /** Who can strike an item that one wrote. */
    String strikers() {
        return strikers(colleagues.certifiers().stream().map(Colleague::name).toList());
    }

    private String strikers(List<String> names) {
        return names.isEmpty() ? texts.get("exam.judges.nobody") : texts.of("exam.strike.who", listed(names));
    }

    /** Each isolated, for a name may be written in another direction than the sentence. */
    private String listed(Collection<String> names) {
        return names.stream().map(n -> "\u2068" + n + "\u2069").collect(Collectors.joining(texts.get("account.staff.comma")));
    }
}
