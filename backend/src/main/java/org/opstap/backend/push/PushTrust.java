package org.opstap.backend.push;

import jakarta.inject.Singleton;
import javax.net.ssl.SSLSocketFactory;

/** Whose certificates count: those that count for every program of this Java. */
@Singleton
class PushTrust {
  SSLSocketFactory sockets() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }
}
