package org.dalil;

/** The people of the tests. Who they are says which pages, languages and screens a test has to care for. */
public final class Cast {

    private Cast() { }

    /**
     * A learner.
     *
     * @param language the tag in addresses
     * @param script   whether the phone runs scripts
     * @param dark     whether the phone prefers dark pages
     */
    public record Learner(String name, int age, String language, boolean script, boolean dark) { }

    /** Dilan is 15, reads Kurmanji on a slow borrowed phone, at night. */
    public static Learner dilan() {
        return new Learner("Dilan", 15, "kmr", true, true);
    }

    /** Noor is 14, reads Arabic, and takes the whole course on a small phone. */
    public static Learner noor() {
        return new Learner("Noor", 14, "ar", true, false);
    }

    /** Shene is 16 and reads Sorani. */
    public static Learner shene() {
        return new Learner("Shene", 16, "ckb", true, false);
    }

    /** Sami is 17, reads English, in a browser that runs no scripts. */
    public static Learner sami() {
        return new Learner("Sami", 17, "en", false, false);
    }

    /** A workshop: so many learners behind one address. */
    public record Workshop(String town, int learners, String language) { }

    /** 23 learners in Erbil, one router. */
    public static Workshop erbilWorkshop() {
        return new Workshop("Erbil", 23, "ckb");
    }

    /** A member of the staff. @param role as it stands in {@code account.entity.Role} */
    public record Staff(String name, String role) { }

    /** Hana trains. */
    public static Staff hana() {
        return new Staff("hana", "TRAINER");
    }
}
