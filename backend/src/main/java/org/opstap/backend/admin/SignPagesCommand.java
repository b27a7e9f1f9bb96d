package org.opstap.backend.admin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.page.PageContents;
import org.opstap.backend.page.WrongPageListException;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.directory.PageList.PageFileEntry;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code release sign}: the one command that reads the release key. */
@Command(
    description =
        "Lists what the pages of this very copy are made of, by the digest of each file, and signs"
            + " that; on a machine that has the release key, and not on the server.")
final class SignPagesCommand extends Action {
  private final Clock clock;
  private final PageContents contents;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "the private release key, which only you may be able to read")
  Path key = Path.of("");

  @Option(
      names = "--after",
      paramLabel = "FILE",
      description =
          "the signed list before it: its number is the next one, and what is new is said")
  @Nullable Path after;

  @Option(
      names = "--first",
      description = "in place of --after: there was none yet, and this one has the number 1")
  boolean first;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "where to write it (default: ${DEFAULT-VALUE})",
      defaultValue = "release.json")
  Path out = Path.of("release.json");

  SignPagesCommand(Clock clock, PageContents contents) {
    this.clock = clock;
    this.contents = contents;
  }

  @Override
  public void run() {
    if (first == (after != null)) {
      throw new Refusal(
          "say which list comes before: --after with the file that was signed last, or --first");
    }
    Ed25519PrivateKey signer = KeyFiles.readPrivate(key);
    requireKeyOfThesePages(signer.publicKey());
    PageList before = after == null ? null : before(after, signer.publicKey());
    PageList list =
        new PageList(
            before == null ? 1 : Math.addExact(before.number(), 1),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            false,
            contents.files());
    Verified<PageList> signed = PageList.FORMAT.sign(list, signer);
    ReleaseFile.write(out, signed.envelope());

    say(
        "signed list %d of %s with %s, to %s",
        list.number(), list.issuedOn(), signer.publicKey(), out);
    say(
        "it has %d files, and its digest is %s",
        list.files().size(), signed.digest().toBase64Url());
    if (before != null) {
      say("against list %d:", before.number());
      say(differences(before, list));
    }
    say("next: bring %s to every server that has this copy, and start it with --release", out);
  }

  /** Phones take no list by another key than the one in their pages' worker. */
  private void requireKeyOfThesePages(Ed25519PublicKey signer) {
    Optional<Ed25519PublicKey> built;
    try {
      built = contents.releaseKey();
    } catch (WrongPageListException e) {
      throw new Refusal("not signed: " + e.getMessage(), e);
    }
    if (!built.equals(Optional.of(signer))) {
      throw new Refusal(
          "not signed: these pages were built for %s; build them with VITE_RELEASE_KEY=%s"
              .formatted(
                  built.map(other -> "the release key " + other).orElse("samples alone"), signer));
    }
  }

  private static PageList before(Path file, Ed25519PublicKey signer) {
    return PageListFile.read(file)
        .verify(signer)
        .map(Verified::content)
        .orElseThrow(() -> new Refusal("not signed: %s is of another key".formatted(file)));
  }

  private static List<String> differences(PageList before, PageList list) {
    List<String> lines = new ArrayList<>();
    for (PageFileEntry file : list.files()) {
      Optional<Bytes> old = before.file(file.path()).map(PageFileEntry::digest);
      if (old.isEmpty()) {
        lines.add("  new:     " + file.path());
      } else if (!old.get().equals(file.digest())) {
        lines.add("  changed: " + file.path());
      }
    }
    before.files().stream()
        .map(PageFileEntry::path)
        .filter(path -> list.file(path).isEmpty())
        .forEach(path -> lines.add("  gone:    " + path));
    return lines.isEmpty() ? List.of("  nothing is new") : lines;
  }
}
