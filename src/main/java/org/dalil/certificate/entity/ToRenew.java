package org.dalil.certificate.entity;

import java.io.Serializable;
import org.dalil.exam.entity.Renewal;

/** A certificate that ends soon or has ended. @param renewal how far its holder is; null if that is not known */
public record ToRenew(CertificateRow certificate, Renewal renewal) implements Serializable { }
