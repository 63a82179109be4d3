package org.dalil.course.entity;

/** Where an item is asked. */
public enum Form {
    /** Only in form A. */ A,
    /** Only in form B. */ B,
    /** Scored, in both forms. */ ANCHOR,
    /** A scale item, asked before and after, never scored. */ BOTH,
    /** In a lesson only, never scored. */ CHECK
}
