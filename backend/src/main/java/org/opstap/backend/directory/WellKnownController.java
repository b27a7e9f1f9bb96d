package org.opstap.backend.directory;

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

  WellKnownController(Optional<SampleOperator> operator) {
    this.operator = operator;
  }

  @Get
  WellKnown show() {
    return new WellKnown(
        operator.map(SampleOperator::publicKey).orElse(null),
        operator.isPresent(),
        ApiVersion.CURRENT);
  }

  @Serdeable
  record WellKnown(@Nullable Bytes operatorKey, boolean sample, String apiVersion) {}
}
