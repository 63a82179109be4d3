package org.dalil.exam.entity;

/** What a card brought. @param added modules that are new on the path @param spent modules that counted for somebody else before */
public record Confirmed(int added, int spent) { }
