package org.dalil.exam.entity;

import java.util.Map;
import org.dalil.course.entity.Bank;

/** What an item asks, in the words of each language, and its key. Never leaves the server as a whole but to certifiers. */
public record ItemContent(Bank.Item item, Map<String, Bank.ItemWords> words) { }
