package org.dalil.exam.entity;

import java.util.List;
import java.util.UUID;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;

/** An item that can be drawn: what a draw has to know of it, and neither words nor key. */
public record PoolItem(UUID id, UUID courseId, String topic, Difficulty difficulty, Quiz.Kind kind, List<String> choices,
                       List<String> right) { }
