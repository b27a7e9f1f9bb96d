package org.opstap.backend.admin;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code directory sign}: the one command that reads the operator's private key. */
@Command(
    description =
        "Signs an exported release, on a machine that has the operator's key, no database and no"
            + " network. Read what it says is new before you let the result go.")
final class SignCommand extends Action {
  private final Clock clock;

  @Parameters(paramLabel = "FILE", description = "the unsigned release")
  Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "the operator's private key, which only you may be able to read")
  Path key = Path.of("");

  @Option(
      names = "--after",
      paramLabel = "FILE",
      description = "the signed release before it: then what is new is listed, and that it follows")
  @Nullable Path after;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "where to write it (default: the name without .unsigned)")
  @Nullable Path out;

  SignCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    Release release = Release.FORMAT.decode(ReleaseFile.readUnsigned(file, clock.instant()));
    Ed25519PrivateKey operator = KeyFiles.readPrivate(key);
    Release before = after == null ? null : before(after, operator.publicKey(), release);
    Verified<Release> signed = Release.FORMAT.sign(release, operator);
    Path to = out == null ? ReleaseFile.signed(file) : out;
    ReleaseFile.write(to, signed.envelope());

    say("signed release %d with %s, to %s", release.number(), operator.publicKey(), to);
    say("its digest is %s, valid until %s", signed.digest().toBase64Url(), release.validUntil());
    if (before != null || release.number() == 1) {
      say(before == null ? "it is the first one:" : "against release " + before.number() + ":");
      say(Differences.between(before, release));
    } else {
      say("NOTE: it was not compared with release %d: give that with", release.number() - 1);
      say("      --after, and see what you have signed before it leaves this machine");
    }
    say("next: directory publish on a machine that reaches the database; the key stays here");
  }

  /** The release before, if this one follows it and its signer may be followed by this one. */
  private Release before(Path file, Ed25519PublicKey operator, Release release) {
    Unverified<Release> before = ReleaseFile.readSigned(file);
    Release content = before.unverifiedContent();
    Ed25519PublicKey announced = content.nextOperatorKey();
    if (announced == null ? before.verify(operator).isEmpty() : !announced.equals(operator)) {
      throw new Refusal(
          "not signed: after %s clients take no release by %s".formatted(file, operator));
    }
    if (release.number() != content.number() + 1 || !before.digest().equals(release.previous())) {
      throw new Refusal(
          ("not signed: %s is release %d, and doesn't follow release %d of %s: export it anew, or"
                  + " give the right one")
              .formatted(this.file, release.number(), content.number(), file));
    }
    return content;
  }
}
