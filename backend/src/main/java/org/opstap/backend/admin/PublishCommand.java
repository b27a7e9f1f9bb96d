package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
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

/** {@code directory publish}: stores what clients will take, and nothing else. */
@Command(
    description =
        "Checks signed releases as clients do, and gives them to the servers, which take the newest"
            + " one up at once. Needs the operator's public key, never the private one.")
final class PublishCommand extends Action {
  private final Clock clock;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "a signed release; of several, the oldest first: all are stored, or none")
  List<Path> files = List.of();

  @Option(
      names = "--operator-key",
      paramLabel = "KEY",
      required = true,
      description = "the operator's public key: its .pub file, or its 43 characters")
  String operatorKey = "";

  PublishCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    Ed25519PublicKey operator = KeyFiles.readPublic(operatorKey);
    List<Unverified<Release>> read = files.stream().map(ReleaseFile::readSigned).toList();
    requireReal(read.stream().map(Unverified::unverifiedContent).toList());
    try (OperatorDatabase open = database.open()) {
      Unverified<Release> current = CurrentRelease.of(open).orElse(null);
      Chain chain = begin(open.releases(), current, operator);
      Unverified<Release> before = current;
      List<Verified<Release>> fresh = new ArrayList<>();
      for (int i = 0; i < read.size(); i++) {
        Verified<Release> next = chain.follow(read.get(i).envelope(), files.get(i).toString());
        if (isNext(next, before)) {
          fresh.add(next);
          before = read.get(i);
        }
      }
      open.publish(fresh);
      report(
          current == null ? null : current.unverifiedContent(),
          fresh,
          open.issuerKeyDigests(thisMonth()));
    }
  }

  private void requireReal(List<Release> releases) {
    if (releases.stream().anyMatch(Release::sample)) {
      throw new Refusal("samples are made by the server itself, and never published for real use");
    }
    Release last = releases.getLast();
    if (!clock.instant().isBefore(last.validUntil())) {
      throw new Refusal(
          "clients would refuse %s: it expired on %s; export it anew and sign that"
              .formatted(files.getLast(), last.validUntil()));
    }
  }

  /** What a client holds that has followed everything so far. */
  private static Chain begin(
      List<Bytes> stored, @Nullable Unverified<Release> current, Ed25519PublicKey operator) {
    Chain chain = Chain.of(stored, operator);
    if (current != null
        && chain.newest() == null
        && !operator.equals(current.unverifiedContent().nextOperatorKey())) {
      throw new Refusal(
          ("%s signed none of the releases that clients hold, and the newest, number %d, doesn't"
                  + " announce it (directory operator-key): they would refuse what it signs")
              .formatted(operator, current.unverifiedContent().number()));
    }
    return chain;
  }

  /**
   * That it is the newest of the database, or the one after it: under a key that signed nothing of
   * it so far, the digests alone say so.
   *
   * @return whether it is to be stored
   */
  private static boolean isNext(Verified<Release> next, @Nullable Unverified<Release> before) {
    int number = next.content().number();
    int held = before == null ? 0 : before.unverifiedContent().number();
    if (before != null && number <= held) {
      if (number == held && before.digest().equals(next.digest())) {
        return false;
      }
      throw new Refusal(
          "release %d was published already, and this is another one of number %d: export it anew"
              .formatted(held, number));
    }
    if (number != held + 1) {
      throw new Refusal(
          ("its number is %d, and the newest in the database is %d: publish those between them with"
                  + " it, oldest first")
              .formatted(number, held));
    }
    if (before != null && !before.digest().equals(next.content().previous())) {
      throw new Refusal("it doesn't follow release %d: export it anew".formatted(held));
    }
    return true;
  }

  private void report(
      @Nullable Release before, List<Verified<Release>> fresh, List<Bytes> issuerKeys) {
    if (fresh.isEmpty()) {
      say("nothing to do: it was published already");
      return;
    }
    Release newest = fresh.getLast().content();
    say(
        "published release %d: every server serves it from now on, until %s",
        newest.number(), newest.validUntil());
    say(Differences.between(before, newest));
    if (!new HashSet<>(newest.issuerKeyDigests()).containsAll(issuerKeys)) {
      say("NOTE: it doesn't name every issuer key of the servers, so some phones get no tokens:");
      say("      export, sign and publish the next one soon");
    }
    if (newest.nextOperatorKey() != null) {
      say("the next release has to be signed by %s", newest.nextOperatorKey());
    }
    dropWhatIsDone(newest);
  }

  private void dropWhatIsDone(Release newest) {
    PendingChanges changes = database.changes();
    if (changes.isEmpty()) {
      return;
    }
    ObjectNode published = Release.FORMAT.payload(newest);
    if (changes.applyTo(published).equals(published)) {
      PendingChanges.discard(database.data);
      say("all pending changes are in it: %s is gone", changes.file());
    } else {
      say("%s has changes that are not in it: they wait for the next one", changes.file());
    }
  }

  private YearMonth thisMonth() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }
}
