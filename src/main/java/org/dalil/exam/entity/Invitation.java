package org.dalil.exam.entity;

import org.dalil.account.entity.CardCode;

/** An invitation as it is printed, once. @param person null where the key of names is lost */
public record Invitation(int number, Person person, CardCode code) { }
