package org.dalil.journey;

import java.util.ArrayList;
import java.util.List;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Quiz;

/** Somebody who would answer the same on a phone and on paper. @param number tells them apart */
record Persona(int number) {

    /** What they answer; now and then nothing, more often right after the course than before. */
    Response answer(Quiz.Item item, Occasion occasion) {
        int luck = Math.floorMod(item.id().hashCode() * 31 + number * 17 + occasion.ordinal() * 7, 10);
        if (luck == 0) {
            return Response.SKIPPED;
        }
        boolean right = luck < (occasion == Occasion.PRE ? 5 : 8);
        return new Response(switch (item.kind()) {
            case SINGLE, TRUE_FALSE -> right ? item.key().get(0) : other(item);
            case SCALE -> String.valueOf(1 + luck / 2);
            case MULTIPLE, SPOT -> right ? String.join(",", item.choices().stream().filter(item.key()::contains).toList()) : item.choices().get(0);
            case ORDER -> String.join(",", right ? item.key() : turned(item.key()));
            case MATCH -> pairs(item, right ? item.key() : turned(item.key()));
        }, false);
    }

    private static String other(Quiz.Item item) {
        return item.choices().stream().filter(c -> !item.key().contains(c)).findFirst().orElseThrow();
    }

    private static List<String> turned(List<String> ids) {
        List<String> turned = new ArrayList<>(ids.subList(1, ids.size()));
        turned.add(ids.get(0));
        return turned;
    }

    private static String pairs(Quiz.Item item, List<String> partners) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < item.choices().size(); i++) {
            pairs.add(item.choices().get(i) + ":" + partners.get(i));
        }
        return String.join(",", pairs);
    }

    /** The fields of a phone's form with an answer. */
    static Visitor.Fields fields(Visitor.Fields form, Quiz.Item item, Response response) {
        if (response.skipped()) {
            return form.with("skip", "1");
        }
        List<String> marks = response.marks();
        switch (item.kind()) {
            case SINGLE, TRUE_FALSE, SCALE, MULTIPLE, SPOT -> marks.forEach(m -> form.with("a", m));
            case ORDER -> marks.forEach(m -> form.with("p-" + m, String.valueOf(marks.indexOf(m) + 1)));
            case MATCH -> marks.forEach(m -> form.with("m-" + m.split(":")[0], m.split(":")[1]));
        }
        return form;
    }
}
