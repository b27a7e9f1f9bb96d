package org.opstap.backend.admin;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code key}: makes the keys that sign, and shows what others may know of them. */
final class KeyCommands {
  private KeyCommands() {}

  static CommandLine all(SecureRandom random) {
    return Main.group("key", "Makes and shows keys. Needs no database and no network.")
        .addSubcommand("generate", new Generate(random))
        .addSubcommand("show", new Show());
  }

  @Command(description = "Makes a key of the operator, or of a programme.")
  static final class Generate extends Action {
    private final SecureRandom random;

    @Parameters(
        paramLabel = "FILE",
        description = "where to keep it, such as operator.key; FILE.pub is what others get")
    Path file = Path.of("");

    Generate(SecureRandom random) {
      this.random = random;
    }

    @Override
    public void run() {
      Ed25519PrivateKey key = Ed25519PrivateKey.generate(random);
      KeyFiles.write(file, key);
      say("made a key:");
      say(
          "  private: %s, which only you can read. Whoever has it signs in its name; it can't be",
          file);
      say("           made again: keep a copy where nobody else comes");
      say("  public:  %s", KeyFiles.publicFile(file));
      say("           %s", key.publicKey());
    }
  }

  @Command(description = "Prints a public key as pages and releases carry it.")
  static final class Show extends Action {
    @Parameters(paramLabel = "FILE", description = "a .pub file")
    String file = "";

    @Override
    public void run() {
      say("%s", KeyFiles.readPublic(file));
    }
  }
}
