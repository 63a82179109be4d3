package org.dalil.report.entity;

/**
 * Answers to an item by people who did equally well at the rest of the form. Not for anybody's eyes.
 *
 * @param right     in the other languages, with the whole score
 * @param wrong     in the other languages, with less
 * @param rightHere in the language that is looked at
 * @param wrongHere likewise
 */
public record Stratum(int right, int wrong, int rightHere, int wrongHere) {

    Stratum plus(Stratum more) {
        return new Stratum(right + more.right, wrong + more.wrong, rightHere + more.rightHere, wrongHere + more.wrongHere);
    }

    int people() {
        return right + wrong + rightHere + wrongHere;
    }

    int there() {
        return right + wrong;
    }

    int here() {
        return rightHere + wrongHere;
    }
}
