package org.dalil.exam.entity;

import java.time.LocalDate;
import java.util.UUID;

/** A module that was confirmed for a candidate. @param confirmedOn here, not when it was completed */
public record Learnt(UUID courseId, int module, LocalDate confirmedOn) { }
