package org.opstap.backend.page;

import jakarta.inject.Singleton;
import java.util.List;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.logging.Repetition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a browser lets a page do: everything from this host, nothing written into the page itself,
 * and on the phone's page the relays that the directory names (PAG-1). A script of this host may
 * compile WebAssembly: the phone solves its puzzle with it, in a worker.
 */
@Singleton
class PagePolicy {
  static final String OWN_HOST = connectingTo("'self'");

  /** For a page that does nothing. */
  static final String NO_SCRIPT =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Logger LOG = LoggerFactory.getLogger(PagePolicy.class);

  private final Repetition repetition = new Repetition();
  private final DirectoryService directory;
  private volatile List<String> known = List.of();

  PagePolicy(DirectoryService directory) {
    this.directory = directory;
  }

  /** A page comes also while the database is away: with the relays that were named last. */
  String forPhones() {
    try {
      known = directory.current().map(found -> found.release().relays()).orElse(List.of());
    } catch (RuntimeException e) {
      repetition.line("relays not read: " + e.getClass().getName()).ifPresent(LOG::warn);
    }
    return known.isEmpty() ? OWN_HOST : connectingTo("'self' " + String.join(" ", known));
  }

  /** Origins are of few characters (DIR-11), none of which ends a directive. */
  private static String connectingTo(String sources) {
    return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';"
        + " style-src 'self'; img-src 'self'; connect-src "
        + sources
        + "; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
