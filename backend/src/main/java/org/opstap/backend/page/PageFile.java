package org.opstap.backend.page;

import io.micronaut.http.MediaType;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * One file of the built pages, with the type that a browser is told.
 *
 * @param brotli the same, compressed when it was built (RFC 7932); empty where that gains nothing
 * @param tag an entity tag that changes with the content (RFC 9110 8.8.3), weak since it is that of
 *     both forms
 */
record PageFile(Bytes content, Optional<Bytes> brotli, MediaType type, String tag) {
  PageFile(Bytes content, Optional<Bytes> brotli, MediaType type) {
    this(content, brotli, type, "W/\"" + content.sha256().toBase64Url() + "\"");
  }
}
