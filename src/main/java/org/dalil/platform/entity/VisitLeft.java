package org.dalil.platform.entity;

/**
 * Someone left by the way out: whatever this browser could still do ends now.
 *
 * @param cookie the visit's cookie
 */
public record VisitLeft(String cookie) { }
