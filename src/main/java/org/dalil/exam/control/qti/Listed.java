package org.dalil.exam.control.qti;

import java.util.List;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;

/**
 * An item file as the manifest of its package lists it.
 *
 * @param href       its path in the package
 * @param type       what kind of file the manifest calls it
 * @param language   empty if the manifest doesn't say
 * @param topic      null if the manifest names none that is meant for us
 * @param difficulty null if the manifest says nothing
 * @param sources    ids of the sources that it rests on
 * @param provision  null if there is none
 */
record Listed(String href, String type, String language, String topic, Difficulty difficulty, List<String> sources,
              Bank.Provision provision) {

    boolean isLike(Listed other) {
        return java.util.Objects.equals(topic, other.topic) && difficulty == other.difficulty && sources.equals(other.sources)
                && java.util.Objects.equals(provision, other.provision);
    }
}
