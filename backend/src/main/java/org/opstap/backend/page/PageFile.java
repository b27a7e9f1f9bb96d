package org.opstap.backend.page;

import io.micronaut.http.MediaType;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * One file of the built pages, with the type that a browser is told.
 *
 * @param brotli the same, compressed when it was built (RFC 7932); empty where that gains nothing
 */
record PageFile(Bytes content, Optional<Bytes> brotli, MediaType type) {}
