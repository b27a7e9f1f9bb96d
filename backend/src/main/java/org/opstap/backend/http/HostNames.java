package org.opstap.backend.http;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which this server is reached. Without any it is for this machine alone, and both
 * audiences share the loopback names; so no page elsewhere can make a browser speak to it by having
 * its own name point here.
 */
@Singleton
final class HostNames {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

  /** Names that a browser resolves to its own machine, and trusts without TLS. */
  private static final Pattern OWN_MACHINE =
      Pattern.compile(LOOPBACK + "|([\\w-]+\\.)+localhost(:\\d{1,5})?");

  private final @Nullable String phone;
  private final @Nullable String team;

  HostNames(
      @Nullable @Property(name = "opstap.phone-host") String phone,
      @Nullable @Property(name = "opstap.team-host") String team) {
    this.phone = phone == null ? null : phone.toLowerCase(Locale.ROOT);
    this.team = team == null ? null : team.toLowerCase(Locale.ROOT);
  }

  /**
   * Whom an authority serves; empty where it is not a name of this server.
   *
   * @param authority in lower case, with the port where it isn't the scheme's own
   */
  Optional<Set<Audience>> audiences(String authority) {
    if (phone == null && team == null) {
      return LOOPBACK.matcher(authority).matches()
          ? Optional.of(Set.of(Audience.values()))
          : Optional.empty();
    }
    if (authority.equals(phone)) {
      return Optional.of(Set.of(Audience.PHONE));
    }
    return authority.equals(team) ? Optional.of(Set.of(Audience.TEAM)) : Optional.empty();
  }

  /** Whether a page of this authority comes over TLS, by the proxy in front of this server. */
  static boolean isBehindTls(String authority) {
    return !OWN_MACHINE.matcher(authority).matches();
  }
}
