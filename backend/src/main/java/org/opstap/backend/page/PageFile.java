package org.opstap.backend.page;

import io.micronaut.http.MediaType;
import org.opstap.protocol.wire.Bytes;

/** One file of the built pages, with the type that a browser is told. */
record PageFile(Bytes content, MediaType type) {}
