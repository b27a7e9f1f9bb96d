package org.opstap.backend.push;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocketFactory;

/** No server under test believes any certificate but the tests' own. */
@Singleton
@Replaces(PushTrust.class)
class TestTrust extends PushTrust {
  @Override
  SSLSocketFactory sockets() {
    try {
      return TestPushService.context().getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
