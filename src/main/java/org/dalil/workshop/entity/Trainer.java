package org.dalil.workshop.entity;

import java.io.Serializable;
import org.dalil.account.entity.StaffId;

/** One of the trainers of a workshop, by the name they sign in with. */
public record Trainer(StaffId id, String name) implements Serializable { }
