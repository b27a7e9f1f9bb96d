package org.opstap.backend.directory;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.ApiVersion;
import org.opstap.protocol.wire.Bytes;

/**
 * What a client for trying out needs to begin. A client for real use has the operator's key built
 * in and never takes it from the server that it wants to check (DIR rules): without samples the key
 * is not said here.
 */
@Hidden
@Controller("/.well-known/opstap")
@ExecuteOn(TaskExecutors.BLOCKING)
class WellKnownController {
  private final Optional<SampleOperator> operator;
  private final @Nullable String phoneHost;

  WellKnownController(
      Optional<SampleOperator> operator,
      @Nullable @Property(name = "opstap.phone-host") String phoneHost) {
    this.operator = operator;
    this.phoneHost = phoneHost;
  }

  @Get
  WellKnown show() {
    return new WellKnown(
        operator.map(SampleOperator::publicKey).orElse(null),
        operator.isPresent(),
        phoneHost,
        ApiVersion.CURRENT);
  }

  /**
   * @param phoneHost the name under which phones find this server, for what a team prints; null
   *     where it has no name of its own
   */
  @Serdeable
  record WellKnown(
      @Nullable Bytes operatorKey, boolean sample, @Nullable String phoneHost, String apiVersion) {}
}
