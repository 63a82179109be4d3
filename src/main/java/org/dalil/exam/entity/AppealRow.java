package org.dalil.exam.entity;

import java.time.Instant;
import java.util.UUID;

/** An appeal in the certifiers' list. @param person null where the key of names is lost @param outcome null until it is decided */
public record AppealRow(UUID sittingId, int candidateNumber, Person person, Appeal.Ground ground, Instant askedAt, Appeal.Outcome outcome) { }
