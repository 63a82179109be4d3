package org.dalil.exam.entity;

import java.io.Serializable;
import org.dalil.course.entity.Difficulty;

/** What a bank lacks for an exam. @param course its code */
public record Missing(String course, String language, String topic, Difficulty difficulty, int wanted, int there) implements Serializable { }
