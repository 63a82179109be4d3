package org.dalil.authoring.entity;

/** What a finding means for publishing. */
public enum Severity {
    /** Nothing is served until it is mended. */ REFUSES,
    /** Worth a look; the course can be served. */ WARNS
}
