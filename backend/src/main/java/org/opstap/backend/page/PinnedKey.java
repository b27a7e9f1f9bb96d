package org.opstap.backend.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's key that the pages were built with. Without one they know samples only, and show
 * nothing of any other server (OPS-21).
 */
@Singleton
public class PinnedKey {
  private static final Logger LOG = LoggerFactory.getLogger(PinnedKey.class);
  private static final int LENGTH = 32;

  /** Says in the log what is wrong with it, for a server without samples. */
  public void warn() {
    wrong(built()).ifPresent(line -> LOG.warn("{}", line));
  }

  static Optional<String> wrong(String built) {
    if (built.isEmpty()) {
      return Optional.of(
          "the pages were built without an operator's key and trust no directory: build them with"
              + " VITE_OPERATOR_KEY");
    }
    return isKey(built)
        ? Optional.empty()
        : Optional.of(
            "the pages were built with something that is no operator's key: build them with"
                + " VITE_OPERATOR_KEY, the 43 characters that key show prints");
  }

  private static boolean isKey(String text) {
    try {
      return Bytes.fromBase64Url(text).length() == LENGTH;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String built() {
    try (InputStream resource = PinnedKey.class.getResourceAsStream("/web/operator-key")) {
      return resource == null ? "" : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
