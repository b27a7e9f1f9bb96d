package org.opstap.backend.admin;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.wire.Ed25519PublicKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code directory}: the way of a release, and what is decided for the next one beside programmes.
 */
final class DirectoryCommands {
  private DirectoryCommands() {}

  static CommandLine all(Clock clock, SecureRandom random) {
    return Main.group("directory", "Makes, signs, publishes and checks releases of the directory.")
        .addSubcommand("export", new ExportCommand(clock, random))
        .addSubcommand("sign", new SignCommand(clock))
        .addSubcommand("publish", new PublishCommand(clock))
        .addSubcommand("verify", new VerifyCommand(clock))
        .addSubcommand("coverage", new CoverageCommand(clock))
        .addSubcommand("relays", new Relays())
        .addSubcommand("operator-key", new OperatorKey())
        .addSubcommand("discard", new Discard());
  }

  @Command(
      description = "Says which municipalities nobody covers, and which several programmes do.")
  static final class CoverageCommand extends Action {
    private final Clock clock;

    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Option(
        names = "--release",
        paramLabel = "FILE",
        description = "a signed release; without it, the next one as far as it is decided")
    @Nullable Path file;

    CoverageCommand(Clock clock) {
      this.clock = clock;
    }

    @Override
    public void run() {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      say(Coverage.of(programmes(), Geography.bundled(), today).lines());
    }

    private List<Programme> programmes() {
      if (file != null) {
        return ReleaseFile.readSigned(file).unverifiedContent().programmes();
      }
      try (OperatorDatabase open = database.open()) {
        Release current = CurrentRelease.of(open).map(Unverified::unverifiedContent).orElse(null);
        return ProgrammeEntry.read(NextRelease.content(current, database.changes()));
      }
    }
  }

  @Command(
      description =
          "Says which relays the next release names; phones then send nothing around them. Without"
              + " any, it names none.")
  static final class Relays extends Action {
    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Parameters(
        paramLabel = "ORIGIN",
        arity = "0..*",
        description = "such as https://relay.example; all of them")
    List<String> origins = List.of();

    @Override
    public void run() {
      origins.stream()
          .filter(origin -> !Release.isRelay(origin, false))
          .findFirst()
          .ifPresent(
              wrong -> {
                throw new Refusal(
                    "%s is no origin of a relay: say https://relay.example, or with a port"
                        .formatted(wrong));
              });
      PendingChanges changes = database.changes();
      changes.setRelays(origins);
      say(
          "the next release names %s",
          origins.isEmpty() ? "no relay" : String.join(" and ", origins));
      say("pending in %s, for the next directory export", changes.file());
    }
  }

  @Command(
      description =
          "Announces another key of the operator: the next release, which the present key signs,"
              + " names it, and it signs every one after that. Clients that follow learn it so.")
  static final class OperatorKey extends Action {
    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Parameters(
        paramLabel = "KEY",
        description = "the new public key: its .pub file, or its 43 characters")
    String key = "";

    @Override
    public void run() {
      Ed25519PublicKey fresh = KeyFiles.readPublic(key);
      PendingChanges changes = database.changes();
      changes.setNextOperatorKey(fresh);
      say("the next release, signed by the present key, announces %s", fresh);
      say("the release after it is signed by the new key, and so is every later one; build the");
      say("pages with VITE_OPERATOR_KEY=%s once that one is published", fresh);
      say("pending in %s, for the next directory export", changes.file());
    }
  }

  @Command(
      description = "Forgets all pending changes: the next release says what the current one says.")
  static final class Discard extends Action {
    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Override
    public void run() {
      say(
          PendingChanges.discard(database.data)
              ? "forgot all pending changes"
              : "there were no pending changes");
    }
  }
}
