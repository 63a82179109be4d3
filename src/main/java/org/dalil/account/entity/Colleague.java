package org.dalil.account.entity;

import java.io.Serializable;

/** Somebody who works here too, as others know them. @param name the one they sign in with */
public record Colleague(StaffId id, String name) implements Serializable { }
