package org.opstap.backend.admission;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.privacypass.IssuerDirectory;

/** The issuer's directory, where RFC 9578 wants it: the same bytes for everybody. */
@Hidden
@Controller(IssuerDirectory.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class IssuerDirectoryController {
  /** The next month's key is in it long before its time. */
  private static final String CACHEABLE = "public, max-age=3600";

  private final IssuerKeyService keys;

  IssuerDirectoryController(IssuerKeyService keys) {
    this.keys = keys;
  }

  @Get(produces = IssuerDirectory.MEDIA_TYPE)
  HttpResponse<byte[]> show() {
    return HttpResponse.ok(keys.directory().toJson().toByteArray())
        .header(HttpHeaders.CACHE_CONTROL, CACHEABLE);
  }
}
