package org.dalil.workshop.entity;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * A sheet that somebody has in hand, told by what is printed on it.
 *
 * @param sheet     its first page
 * @param versionId of the course whose questions these are
 * @param blocks    its questions over all pages, in order
 */
public record FoundSheet(SheetId sheet, UUID versionId, List<SheetLayout.Block> blocks) implements Serializable { }
