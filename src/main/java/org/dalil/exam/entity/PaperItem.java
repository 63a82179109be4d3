package org.dalil.exam.entity;

import java.util.List;
import java.util.UUID;

/** An item as one candidate is asked it. @param choices in this candidate's order, likewise {@code right} */
public record PaperItem(UUID item, List<String> choices, List<String> right) { }
