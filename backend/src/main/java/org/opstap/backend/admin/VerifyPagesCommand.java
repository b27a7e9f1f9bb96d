package org.opstap.backend.admin;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.directory.PageList.PageFileEntry;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code release verify}: whether a server serves what was signed. */
@Command(
    description =
        "Fetches every file of the signed list from a server, and says of each that differs. Needs"
            + " nothing but the release key and the network.")
final class VerifyPagesCommand extends Action {
  /** Where phones and teams have a host name each, these are under the phones'. */
  private static final Set<String> OF_PHONES = Set.of("/", "/worker.js");

  private static final String OF_TEAMS = "/team";

  @Parameters(
      paramLabel = "URL",
      description = "of a server, where phones or teams reach it, such as https://hallo.example")
  URI url = URI.create("");

  @Option(
      names = "--release-key",
      paramLabel = "KEY",
      description = {
        "the public release key: its .pub file, or its 43 characters; without it, only a server"
            + " with samples is looked at"
      })
  @Nullable String releaseKey;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "the signed list, got elsewhere (default: the one that the server serves)")
  @Nullable Path list;

  @Override
  public void run() {
    try (ServedPages server = new ServedPages(url)) {
      boolean sample = releaseKey == null;
      Ed25519PublicKey key =
          releaseKey == null ? server.sampleKey() : KeyFiles.readPublic(releaseKey);
      PageList signed =
          listed(server)
              .verify(key)
              .orElseThrow(
                  () ->
                      new Refusal(
                          "the list was not signed by %s: phones that come with that key take"
                                  .formatted(key)
                              + " nothing of it"))
              .content();
      if (signed.sample() != sample) {
        throw new Refusal(
            sample ? "the list of a server with samples is none" : "the list is a sample");
      }
      if (sample) {
        say("NOTE: a sample, signed by a key that the server names itself");
      }
      compare(server, signed, key);
    }
  }

  private Unverified<PageList> listed(ServedPages server) {
    return list != null
        ? PageListFile.read(list)
        : PageListFile.parse(
            server
                .get("/release.json")
                .orElseThrow(
                    () -> new Refusal("%s serves no signed list of its pages".formatted(url))),
            "what the server serves");
  }

  private void compare(ServedPages server, PageList signed, Ed25519PublicKey key) {
    Set<String> elsewhere = elsewhere(server);
    List<PageFileEntry> files =
        signed.files().stream().filter(file -> !elsewhere.contains(file.path())).toList();
    long differing = files.stream().filter(file -> differs(server, file)).count();
    if (differing > 0) {
      throw new Refusal(
          "%d of %d files at %s are not what list %d of %s says"
              .formatted(differing, files.size(), url, signed.number(), signed.issuedOn()));
    }
    say(
        "all %d files at %s are those of list %d of %s, signed by %s",
        files.size(), url, signed.number(), signed.issuedOn(), key);
    elsewhere.stream()
        .sorted()
        .forEach(path -> say("not looked at: %s, which another host name has", path));
  }

  /** Of two pages one may be under another host name; both can't be. */
  private static Set<String> elsewhere(ServedPages server) {
    boolean isPhones = server.get("/").isPresent();
    boolean isTeams = server.get(OF_TEAMS).isPresent();
    if (isPhones == isTeams) {
      return Set.of();
    }
    return isPhones ? Set.of(OF_TEAMS) : OF_PHONES;
  }

  private boolean differs(ServedPages server, PageFileEntry file) {
    Optional<Bytes> served = server.get(file.path());
    if (served.isEmpty()) {
      say("missing:  %s", file.path());
      return true;
    }
    Bytes digest = served.get().sha256();
    if (digest.equals(file.digest())) {
      return false;
    }
    say(
        "differs:  %s is %s, and was signed as %s",
        file.path(), digest.toBase64Url(), file.digest().toBase64Url());
    return true;
  }
}
