package org.dalil.course.entity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A course as its authors wrote it, complete and checked: structure once, words once per language. Immutable.
 *
 * @param slug      folder name and part of the address, neutral on a shared phone
 * @param code      short name in figures, for example T2
 * @param mastery   pass mark in percent
 * @param languages the published ones, each complete
 * @param blueprint what an exam on the course is made of; null if there is none
 * @param bank      items that show what the exam is like; null if there is no exam
 */
public record Course(UUID id, String slug, String code, Audience audience, String ages, int minutes, int mastery,
                     String sourceLanguage, List<String> languages, List<String> prerequisites,
                     List<String> objectives, List<Module> modules, Quiz quiz, Blueprint blueprint, Bank bank,
                     Map<String, Words> words) {

    /** The module with this number, or nothing. */
    public java.util.Optional<Module> module(int number) {
        return modules.stream().filter(m -> m.number() == number).findFirst();
    }

    /** Words of the course itself; objectives by id, modules by folder name. */
    public record Words(WordsState state, String title, String summary, Map<String, String> objectives,
                        Map<String, ModuleWords> modules) { }

    /** @param note the content note, empty where the module has none */
    public record ModuleWords(String title, String about, String note) { }
}
