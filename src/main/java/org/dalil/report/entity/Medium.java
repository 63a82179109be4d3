package org.dalil.report.entity;

/** How somebody saw figures across workshops. */
public enum Medium { PAGE, CSV, XLSX, PDF }
