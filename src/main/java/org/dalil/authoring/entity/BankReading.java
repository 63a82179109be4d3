package org.dalil.authoring.entity;

import java.util.List;
import org.dalil.course.entity.Bank;

/** What came of reading an uploaded bank. @param bank null if something refuses it */
public record BankReading(Bank bank, List<Finding> findings) { }
