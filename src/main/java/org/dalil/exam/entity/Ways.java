package org.dalil.exam.entity;

/** What a candidate learns. @param path the whole way @param renewal of the certificate that they hold; null if they hold none */
public record Ways(Path path, Renewal renewal) { }
