package org.dalil.exam.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalil.course.entity.FoldedText;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Person;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Sealing;

/**
 * Who candidates are: sealed for the database and opened from it, and the keyed digests they are found by. Both keys lie outside
 * the database and the data directory; with the first one lost no name can be read any more.
 */
@ApplicationScoped
public class People {

    static final String SEALED_BY = "candidate-person";
    static final String FOUND_BY = "candidate-index";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Sealing sealing;
    @Inject Keys keys;

    /** What a candidate is found by. @param kind {@code WORD}, {@code NAME} or {@code REFERENCE} */
    public record Term(String kind, byte[] mac) { }

    /** Writes who a candidate is. */
    public void seal(Candidate candidate, Person person) {
        try {
            int version = keys.newest(SEALED_BY);
            candidate.is(sealing.seal(SEALED_BY, version, JSON.writeValueAsBytes(person), context(candidate.id())), version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who a candidate is; nothing if the key is lost. */
    public Optional<Person> open(CandidateId id, byte[] sealed, int keyVersion) {
        return sealing.open(SEALED_BY, keyVersion, sealed, context(id)).map(json -> {
            try {
                return JSON.readValue(json, Person.class);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The version of the key that names are sealed with now. */
    int keyVersion() {
        return keys.newest(SEALED_BY);
    }

    private static String context(CandidateId id) {
        return "candidate " + id;
    }

    /** What somebody is found by: each word of each spelling, each spelling as a whole, the academy's number. */
    List<Term> terms(Person person) {
        List<Term> terms = new ArrayList<>();
        person.names().all().map(FoldedText::of).distinct().forEach(name -> terms.add(term("NAME", name)));
        person.names().all().flatMap(name -> words(name).stream()).distinct().forEach(word -> terms.add(term("WORD", word)));
        if (!person.reference().isEmpty()) {
            terms.add(term("REFERENCE", FoldedText.of(person.reference())));
        }
        return terms;
    }

    /** What is looked up for a typed name. */
    List<byte[]> sought(String typed) {
        return words(typed).stream().distinct().limit(8).map(word -> term("WORD", word).mac()).toList();
    }

    private Term term(String kind, String folded) {
        return new Term(kind, keys.mac(FOUND_BY, keys.newest(FOUND_BY), kind + " " + folded));
    }

    private static List<String> words(String name) {
        return Arrays.stream(FoldedText.of(name).split("[ .'’-]+")).filter(w -> w.length() > 1).toList();
    }
}
