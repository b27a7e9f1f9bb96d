package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.ProgrammeState;
import org.opstap.protocol.wire.Ed25519PublicKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code programme}: what the next release will say of programmes. */
final class ProgrammeCommands {
  private ProgrammeCommands() {}

  static CommandLine all(SecureRandom random) {
    return Main.group("programme", "Makes and changes programmes, in the next release.")
        .addSubcommand("create", new Create(random))
        .addSubcommand("change", new Change())
        .addSubcommand("suspend", new Suspend())
        .addSubcommand("resume", new Resume())
        .addSubcommand("roll-key", new RollKey())
        .addSubcommand("list", new Show())
        .addSubcommand("proposals", new ProposalCommands.Show())
        .addSubcommand("accept", new ProposalCommands.Accept())
        .addSubcommand("decline", new ProposalCommands.Decline());
  }

  /** What all of them know: the next release as far as it is decided. */
  abstract static class ProgrammeAction extends Action {
    @Mixin DatabaseOptions database = new DatabaseOptions();

    /** The current release with the pending changes; may break rules that an export checks. */
    final ObjectNode next() {
      try (OperatorDatabase open = database.open()) {
        Release current =
            CurrentRelease.of(open).map(found -> found.unverifiedContent()).orElse(null);
        return NextRelease.content(current, database.changes());
      }
    }

    final ObjectNode entry(ProgrammeId id) {
      return ProgrammeEntry.find(next(), id)
          .orElseThrow(
              () ->
                  new Refusal("there is no programme %s: programme list shows them".formatted(id)));
    }

    /** Keeps a change, if the entry is one that clients take with it. */
    final Programme patch(ProgrammeId id, @Nullable ObjectNode entry, ObjectNode patch) {
      Programme changed = ProgrammeEntry.check(MergePatch.apply(entry, patch));
      database.changes().patchProgramme(id, patch);
      return changed;
    }

    final void pending() {
      say("pending in %s, for the next directory export", database.changes().file());
    }
  }

  @Command(description = "Makes a programme, with an identifier of its own.")
  static final class Create extends ProgrammeAction {
    private final SecureRandom random;

    @Mixin ProgrammeOptions options = new ProgrammeOptions();

    @Option(
        names = "--national",
        description =
            "it is there for everybody whom no other can help, and covers nothing by name")
    boolean national;

    Create(SecureRandom random) {
      this.random = random;
    }

    @Override
    public void run() {
      options.requireAllBut(national);
      ProgrammeId id = ProgrammeId.random(random);
      ObjectNode entry = ProgrammeEntry.blank(id, national);
      Programme made = patch(id, null, (ObjectNode) MergePatch.apply(entry, options.patch(entry)));
      say("made the programme %s:", made.name());
      say("  %s", id);
      pending();
      say("when a release with it is published, invite its coordinator: ops/admin invite %s", id);
    }
  }

  @Command(description = "Changes what is said of a programme; what is left out stays.")
  static final class Change extends ProgrammeAction {
    @Parameters(paramLabel = "PROGRAMME", description = "its identifier, prg_…")
    String id = "";

    @Mixin ProgrammeOptions options = new ProgrammeOptions();

    @Override
    public void run() {
      ProgrammeId programme = ProgrammeEntry.id(id);
      ObjectNode entry = entry(programme);
      ObjectNode patch = options.patch(entry);
      if (patch.isEmpty()) {
        throw new Refusal("nothing to change was given: --help lists what there is");
      }
      if (patch.has("publicKey")) {
        throw new Refusal("a key is rolled with programme roll-key, which says what follows");
      }
      Programme changed = patch(programme, entry, patch);
      say("changed %s (%s)", changed.name(), programme);
      pending();
    }
  }

  @Command(description = "Suspends a programme: phones offer it to nobody new.")
  static final class Suspend extends SetState {
    Suspend() {
      super(ProgrammeState.SUSPENDED);
    }
  }

  @Command(description = "Ends the suspension of a programme.")
  static final class Resume extends SetState {
    Resume() {
      super(ProgrammeState.ACTIVE);
    }
  }

  /** What the two have in common. */
  private abstract static class SetState extends ProgrammeAction {
    private final ProgrammeState state;

    @Parameters(paramLabel = "PROGRAMME", description = "its identifier, prg_…")
    String id = "";

    SetState(ProgrammeState state) {
      this.state = state;
    }

    @Override
    public void run() {
      ProgrammeId programme = ProgrammeEntry.id(id);
      ObjectNode entry = entry(programme);
      if (entry.path("state").asText().equals(state.code())) {
        throw new Refusal("%s is %s already".formatted(entry.path("name").asText(), state.code()));
      }
      ObjectNode patch = JsonNodeFactory.instance.objectNode().put("state", state.code());
      Programme changed = patch(programme, entry, patch);
      say("%s (%s) will be %s", changed.name(), programme, state.code());
      pending();
    }
  }

  @Command(
      description =
          "Gives a programme another key. What the old one signed counts no more from the release"
              + " on: its status, and the credentials of its devices.")
  static final class RollKey extends ProgrammeAction {
    @Parameters(paramLabel = "PROGRAMME", description = "its identifier, prg_…")
    String id = "";

    @Option(
        names = "--public-key",
        paramLabel = "KEY",
        required = true,
        description = "the new public key: a .pub file, or its 43 characters")
    String key = "";

    @Override
    public void run() {
      ProgrammeId programme = ProgrammeEntry.id(id);
      ObjectNode entry = entry(programme);
      Ed25519PublicKey fresh = KeyFiles.readPublic(key);
      if (entry.path("publicKey").asText().equals(fresh.toString())) {
        throw new Refusal("that is its key already: make another one with key generate");
      }
      ObjectNode patch = JsonNodeFactory.instance.objectNode().put("publicKey", fresh.toString());
      Programme changed = patch(programme, entry, patch);
      say("%s (%s) will sign with %s", changed.name(), programme, fresh);
      say("right after the release is published, its coordinator signs a new status and a new");
      say("credential for each device: until then phones take none of them");
      pending();
    }
  }

  @Command(description = "Lists the programmes of the next release.")
  static final class Show extends ProgrammeAction {
    @Override
    public void run() {
      List<String> lines = ProgrammeEntry.lines(next());
      say(lines.isEmpty() ? List.of("no programme yet: programme create makes one") : lines);
    }
  }
}
