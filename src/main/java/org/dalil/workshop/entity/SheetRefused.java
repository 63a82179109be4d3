package org.dalil.workshop.entity;

import org.dalil.platform.entity.Refused;

/** Something that should be a sheet of paper was not taken. */
public class SheetRefused extends Refused {

    private final SheetProblem problem;

    public SheetRefused(SheetProblem problem) {
        super(problem.key());
        this.problem = problem;
    }

    public SheetProblem problem() {
        return problem;
    }
}
