package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.List;

/** What came of an upload. @param findings what is wrong, if anything refuses it; then nothing was added */
public record BankUpload(int added, int unchanged, List<String> findings) implements Serializable { }
