package org.opstap.backend.admin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code directory verify}: whether a client that comes with a key of the operator follows. */
@Command(
    description =
        "Follows a chain of releases as clients do, and says of each whether they take it: of"
            + " files, of a server as phones see it, or of the database.")
final class VerifyCommand extends Action {
  private final Clock clock;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "signed releases, the oldest first")
  List<Path> files = List.of();

  @Option(
      names = "--url",
      paramLabel = "ORIGIN",
      description = "of a server, where phones reach it, such as https://hallo.example")
  @Nullable URI url;

  @Option(
      names = "--operator-key",
      paramLabel = "KEY",
      required = true,
      description = "the public key that clients come with: its .pub file, or its 43 characters")
  String operatorKey = "";

  VerifyCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    Ed25519PublicKey operator = KeyFiles.readPublic(operatorKey);
    Chain chain = new Chain(operator);
    List<Bytes> releases = releases();
    for (Bytes envelope : releases) {
      Unverified<Release> read = ReleaseFile.parse(envelope, "a release");
      int number = read.unverifiedContent().number();
      boolean isLast = envelope.equals(releases.getLast());
      if (chain.newest() == null && !isLast && read.verify(operator).isEmpty()) {
        say("release %d was signed by another key: clients with this one begin later", number);
        continue;
      }
      Verified<Release> next = chain.follow(envelope, "release " + number);
      say(
          "release %d follows: signed by %s, digest %s, valid until %s",
          number, chain.signer(), next.digest().toBase64Url(), next.content().validUntil());
    }
    Verified<Release> newest = chain.newest();
    Instant now = clock.instant();
    if (newest == null) {
      throw new Refusal("there is no release: export, sign and publish the first one");
    }
    if (!now.isBefore(newest.content().validUntil())) {
      throw new Refusal(
          "release %d expired on %s, and clients take none: export, sign and publish the next one"
              .formatted(newest.content().number(), newest.content().validUntil()));
    }
    say("clients take release %d", newest.content().number());
  }

  private List<Bytes> releases() {
    if (!files.isEmpty()) {
      return files.stream().map(file -> ReleaseFile.readSigned(file).envelope()).toList();
    }
    if (url != null) {
      return new ServedReleases(url).all();
    }
    try (OperatorDatabase open = database.open()) {
      return open.releases();
    }
  }
}
