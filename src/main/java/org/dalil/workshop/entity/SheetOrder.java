package org.dalil.workshop.entity;

import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Form;

/** One test to be printed. @param card the card's number within the workshop */
public record SheetOrder(int card, Form form, Occasion occasion) { }
