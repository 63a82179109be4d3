package org.dalil.platform.entity;

/** The database is up, safe and migrated; features load what they need before the first page, in order of priority. */
public record DatabaseReady() { }
