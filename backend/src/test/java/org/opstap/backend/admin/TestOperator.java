package org.opstap.backend.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.wire.Bytes;
import picocli.CommandLine;

/** An operator with a folder of her own, who says commands and reads what they answer. */
final class TestOperator {
  static final String SUMMARY = "Iemand die meedenkt.";

  private static final Pattern PROGRAMME = Pattern.compile("prg_[0-9A-Z*~$=]+");

  private final Path folder;
  private Clock clock = Clock.systemUTC();

  TestOperator(Path folder) {
    this.folder = folder;
  }

  /** What came of a command. */
  record Answer(int code, String out, String err) {}

  Path file(String name) {
    return folder.resolve(name);
  }

  Path data() {
    return folder.resolve("data");
  }

  void setClock(Clock clock) {
    this.clock = clock;
  }

  /** As {@code ops/admin} with these words. */
  Answer say(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands = Main.commandLine(clock, new SecureRandom());
    commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = commands.execute(words);
    return new Answer(code, out.toString(), err.toString());
  }

  /** A command about the database and the pending changes that has to be done. */
  String does(String... words) {
    Answer answer = atDatabase(words);
    assertEquals("", answer.err());
    assertEquals(0, answer.code());
    return answer.out();
  }

  /** A command about the database that has to be refused, without a word of having done it. */
  String isRefused(String... words) {
    Answer answer = atDatabase(words);
    assertEquals(1, answer.code(), answer.out());
    assertEquals("", answer.out());
    return answer.err();
  }

  Answer atDatabase(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data().toString(), "--db-url", url()));
    return say(all.toArray(String[]::new));
  }

  static String url() {
    DatabaseAccess access = TestDatabase.access();
    return "%s?user=%s&password=%s"
        .formatted(access.url(), access.user().orElseThrow(), access.password().orElseThrow());
  }

  /** Makes a key and gives its public one as text. */
  String key(String name) {
    Answer answer = say("key", "generate", file(name).toString());
    assertEquals(0, answer.code(), answer.err());
    String shown = say("key", "show", file(name + ".pub").toString()).out().strip();
    assertTrue(answer.out().contains(shown), answer.out());
    return shown;
  }

  /** Makes a programme and gives its identifier. */
  String programme(String name, String... more) {
    String key = key(name + ".key");
    List<String> words =
        new ArrayList<>(
            List.of(
                "programme",
                "create",
                "--name",
                name,
                "--seat",
                "Apeldoorn",
                "--languages",
                "nl,en",
                "--promised-minutes",
                "240",
                "--public-key",
                key,
                "--summary-nl",
                SUMMARY,
                "--summary-en",
                "Somebody who thinks with you."));
    words.addAll(List.of(more));
    Matcher made = PROGRAMME.matcher(does(words.toArray(String[]::new)));
    assertTrue(made.find());
    return made.group();
  }

  /** Exports the next release and signs it; gives the signed file. */
  Path signed(String key) {
    Path unsigned = file("next.unsigned.json");
    does("directory", "export", "-o", unsigned.toString());
    return signed(key, unsigned);
  }

  Path signed(String key, Path unsigned) {
    Path signed = file("signed-%d.json".formatted(System.nanoTime()));
    Answer answer =
        say(
            "directory",
            "sign",
            unsigned.toString(),
            "--key",
            file(key).toString(),
            "-o",
            signed.toString());
    assertEquals(0, answer.code(), answer.err());
    return signed;
  }

  String publish(Path signed, String key) {
    return does(
        "directory", "publish", signed.toString(), "--operator-key", file(key + ".pub").toString());
  }

  String isNotPublished(Path signed, String key) {
    return isRefused(
        "directory", "publish", signed.toString(), "--operator-key", file(key + ".pub").toString());
  }

  static Bytes read(Path file) {
    try {
      return Bytes.copyOf(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
