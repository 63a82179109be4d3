package org.dalil.report.entity;

/**
 * Figures as anybody may see them, on a page, in print or in a file. Nothing else leaves the feature: whoever writes a file or a
 * page takes one of these, and none of them can be made but by hiding what must be hidden.
 */
public sealed interface Published permits PublishedReport, PublishedCourse, ItemBench, Cube { }
