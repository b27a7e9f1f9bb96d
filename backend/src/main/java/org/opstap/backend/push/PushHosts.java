package org.opstap.backend.push;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The push services that this server talks to (PUS-11): an endpoint is on one of these hosts, over
 * TLS on its usual port, or nothing goes there.
 */
@Singleton
class PushHosts {
  /** Of the browsers that there are. */
  static final String KNOWN =
      "fcm.googleapis.com,updates.push.services.mozilla.com,*.notify.windows.com,web.push.apple.com";

  private static final int HTTPS = 443;
  private static final String ANY_NAME = "*.";

  private final List<String> hosts;
  private final Optional<String> ofTests;

  /**
   * @param ofTests name and port of a push service on loopback; only ever given with samples
   */
  PushHosts(
      @Value("${opstap.push-hosts:" + KNOWN + "}") List<String> hosts,
      @Nullable @Property(name = "opstap.test-push-service") String ofTests) {
    this.hosts = hosts.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    this.ofTests = Optional.ofNullable(ofTests);
  }

  /** As they were given; what begins with an asterisk stands for any name in its place. */
  List<String> names() {
    Stream<String> played = ofTests.stream().map(each -> each.substring(0, each.indexOf(':')));
    return Stream.concat(hosts.stream(), played).toList();
  }

  /** Where an endpoint is; empty for one to which nothing may go. */
  Optional<Place> place(String endpoint) {
    URI uri;
    try {
      uri = new URI(endpoint);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    if (!"https".equalsIgnoreCase(uri.getScheme())
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      return Optional.empty();
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
    boolean isOfTests = ofTests.filter((host + ":" + port)::equals).isPresent();
    if (!isOfTests && (port != HTTPS || !isListed(host))) {
      return Optional.empty();
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    return Optional.of(new Place(host, port, target, isOfTests));
  }

  private boolean isListed(String host) {
    return hosts.stream()
        .anyMatch(
            listed ->
                listed.startsWith(ANY_NAME)
                    ? host.endsWith(listed.substring(1)) && host.length() > listed.length() - 1
                    : host.equals(listed));
  }

  /**
   * Where to post.
   *
   * @param target path and query
   * @param ofTests whether it may be on the own machine
   */
  record Place(String host, int port, String target, boolean ofTests) {
    String authority() {
      return port == HTTPS ? host : host + ":" + port;
    }

    @Override
    public String toString() {
      return "Place(redacted)";
    }
  }
}
