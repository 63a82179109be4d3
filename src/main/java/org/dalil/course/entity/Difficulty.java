package org.dalil.course.entity;

/** How much an exam item asks for. The order is from little to much. */
public enum Difficulty {
    /** One rule of the course, in a situation that looks like the lesson. */ EASY,
    /** A case with something in the way: hurry, rank, a well-meant offer. */ MEDIUM,
    /** Two rules pull in different directions, or the tempting answer is right elsewhere. */ HARD
}
