package org.opstap.protocol.ohttp;

/** What a gateway makes of an encapsulated request. */
public sealed interface Decapsulation permits OpenedRequest, Refusal {}
