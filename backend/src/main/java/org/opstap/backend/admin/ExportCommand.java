package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.oblivious.GatewayKeys;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code directory export}: the next release, unsigned, and what is to be known about it. */
@Command(
    description =
        "Writes the next release, unsigned: the current one with the pending changes and the"
            + " servers' keys. Says what is new, and where nobody or several help.")
final class ExportCommand extends Action {
  private static final int MOST_DAYS = 366;

  private final Clock clock;
  private final SecureRandom random;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--valid-days",
      paramLabel = "N",
      defaultValue = "60",
      description = "after how many days clients refuse it (default: ${DEFAULT-VALUE})")
  int validDays = 60;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "where to write it (default: release-NUMBER.unsigned.json here)")
  @Nullable Path out;

  ExportCommand(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void run() {
    if (validDays < 1 || validDays > MOST_DAYS) {
      throw new Refusal("--valid-days: a number from 1 to " + MOST_DAYS);
    }
    try (OperatorDatabase open = database.open()) {
      Unverified<Release> current = CurrentRelease.of(open).orElse(null);
      export(current, open.issuerKeyDigests(YearMonth.from(today())));
    }
  }

  private void export(@Nullable Unverified<Release> current, List<Bytes> issuerKeys) {
    Instant now = clock.instant();
    Optional<List<Bytes>> gatewayKeys = GatewayKeys.digests(database.data, random, clock);
    PendingChanges changes = database.changes();
    ObjectNode payload =
        NextRelease.payload(
            current, changes, issuerKeys, gatewayKeys, now, Duration.ofDays(validDays));
    ReleaseFile.refuse("the next release", ReleaseMistakes.of(payload, now));
    Release next = Release.FORMAT.decode(payload);
    Path file = out == null ? ReleaseFile.unsigned(next.number()) : out;
    ReleaseFile.write(file, CanonicalJson.encode(payload));
    Release before = current == null ? null : current.unverifiedContent();

    say(
        "exported release %d, unsigned, to %s: %d programmes, valid until %s",
        next.number(), file, next.programmes().size(), next.validUntil());
    say(before == null ? "it is the first one:" : "against release " + before.number() + ":");
    say(Differences.between(before, next));
    say(Coverage.of(next.programmes(), Geography.bundled(), today()).lines());
    notes(next, issuerKeys, gatewayKeys);
    say("next: bring it to the machine that has the operator's key, directory sign there,");
    say("and directory publish what comes back");
  }

  private void notes(Release next, List<Bytes> issuerKeys, Optional<List<Bytes>> gatewayKeys) {
    if (issuerKeys.isEmpty()) {
      say("NOTE: the database has no issuer keys, so phones get no tokens under this release:");
      say("      start a server, wait a minute, and export it again");
    }
    if (gatewayKeys.isEmpty() && !next.relays().isEmpty()) {
      say("NOTE: no gateway.key in %s, so the gateway's keys are those of the", database.data);
      say("      release before: export it again with the --data of a server");
    }
    say(
        "export the release after it before %s: later phones find no issuer's key in this one",
        YearMonth.from(today()).plusMonths(2).atDay(1));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
