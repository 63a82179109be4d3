package org.dalil.assessment.entity;

/**
 * How well an item tells those who know from those who don't: the correlation of its score with that of the rest of the form.
 *
 * @param value −1 to 1
 */
public record Discrimination(double value) {

    /** Ebel and Frisbie (1991), Essentials of Educational Measurement. */
    public enum Band {
        /** 0.40 and more. */ EXCELLENT,
        /** From 0.30. */ GOOD,
        /** From 0.20. */ FAIR,
        /** Below. */ REVISE,
        /** Below nought: those who know the rest are wrong here. */ CHECK_KEY
    }

    public Band band() {
        if (value < 0) {
            return Band.CHECK_KEY;
        }
        return value >= 0.4 ? Band.EXCELLENT : value >= 0.3 ? Band.GOOD : value >= 0.2 ? Band.FAIR : Band.REVISE;
    }
}
