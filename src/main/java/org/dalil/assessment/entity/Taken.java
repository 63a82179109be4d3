package org.dalil.assessment.entity;

/** What became of a test on paper. */
public enum Taken {
    /** It counts from now on. */ IN,
    /** It had been taken in before, with the same marks: nothing has changed. */ SAME,
    /** Another sheet of this test had been taken in, with other marks: nothing has changed, a person has to decide. */ DIFFERENT
}
