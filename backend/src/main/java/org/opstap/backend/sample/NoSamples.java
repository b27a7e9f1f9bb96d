package org.opstap.backend.sample;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import org.opstap.backend.directory.DirectoryService;

/**
 * Without samples, a directory of samples is not served: nobody reads what is sent there. The
 * server refuses to start with a database that holds one.
 */
@Context
@Requires(property = "opstap.samples", value = "false")
class NoSamples {
  NoSamples(DirectoryService directory) {
    boolean holdsSamples =
        directory.current().filter(current -> current.release().sample()).isPresent();
    if (holdsSamples) {
      throw new IllegalStateException(
          "the database holds sample programmes: start with --samples on, or with an empty"
              + " database");
    }
  }
}
