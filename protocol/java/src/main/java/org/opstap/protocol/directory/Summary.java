package org.opstap.protocol.directory;

/** What a programme says about itself, in the two languages that every client has. */
public record Summary(String nl, String en) {}
