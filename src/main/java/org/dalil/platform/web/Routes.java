package org.dalil.platform.web;

import java.util.List;

/** The addresses of one feature's learner pages. Literal patterns stand before those with braces. */
public interface Routes {

    List<Route> routes();
}
