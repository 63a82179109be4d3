package org.dalil.authoring.control;

/**
 * A piece of text that a reader meets as one: a paragraph, an entry of a list, a cell, a line of a chat.
 *
 * @param file     path inside the tree
 * @param item     where in the file, for example {@code line 12} or {@code node hello}
 * @param language tag
 * @param text     plain words; each stretch of code is one U+FFFC
 */
record Passage(String file, String item, String language, String text) { }
