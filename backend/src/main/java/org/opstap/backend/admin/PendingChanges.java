package org.opstap.backend.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * What the next release will say otherwise than the current one: a JSON merge patch (RFC 7396) of
 * its payload, but with the programmes as an object by their ids. It lies in one file that its
 * owner can read and send on; nothing of it counts before a release is published (decision 12).
 */
final class PendingChanges {
  private static final String FILE = "pending-changes.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final ObjectNode changes;

  private PendingChanges(Path file, ObjectNode changes) {
    this.file = file;
    this.changes = changes;
  }

  /** Those of a data folder, none where there is no such file. */
  static PendingChanges in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (JSON.readTree(Files.readString(file)) instanceof ObjectNode read
          && read.path("programmes") instanceof ObjectNode) {
        return new PendingChanges(file, read);
      }
    } catch (NoSuchFileException e) {
      ObjectNode none = JSON.createObjectNode();
      none.putObject("programmes");
      return new PendingChanges(file, none);
    } catch (JsonProcessingException e) {
      // Said below.
    } catch (IOException e) {
      throw new Refusal("%s can't be read".formatted(file), e);
    }
    throw new Refusal(
        "%s is not what this command writes: mend it, or drop all of it with directory discard"
            .formatted(file));
  }

  Path file() {
    return file;
  }

  boolean isEmpty() {
    return changes.size() == 1 && programmes().isEmpty();
  }

  /** Adds a change of a programme, or a new one, to what is pending for it. */
  void patchProgramme(ProgrammeId id, ObjectNode patch) {
    programmes().set(id.toText(), MergePatch.apply(programmes().get(id.toText()), patch));
    save();
  }

  void setRelays(List<String> relays) {
    ArrayNode origins = changes.putArray("relays");
    relays.forEach(origins::add);
    save();
  }

  void setNextOperatorKey(Ed25519PublicKey key) {
    changes.put("nextOperatorKey", key.toString());
    save();
  }

  /** Forgets all of them, also where they can't be read. */
  static boolean discard(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Refusal("%s can't be deleted".formatted(file), e);
    }
  }

  /** The payload of a release with the changes made in it. */
  ObjectNode applyTo(ObjectNode payload) {
    ObjectNode others = changes.deepCopy();
    others.remove("programmes");
    ObjectNode changed = (ObjectNode) MergePatch.apply(payload, others);
    ArrayNode entries = JSON.createArrayNode();
    ObjectNode left = programmes().deepCopy();
    for (JsonNode entry : payload.path("programmes")) {
      JsonNode patch = left.remove(entry.path("id").asText());
      entries.add(patch == null ? entry : MergePatch.apply(entry, patch));
    }
    left.forEach(entries::add);
    changed.set("programmes", entries);
    return changed;
  }

  private ObjectNode programmes() {
    return changes.withObjectProperty("programmes");
  }

  private void save() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(FILE + ".new");
      Files.writeString(fresh, changes.toPrettyString() + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Refusal("%s can't be written".formatted(file), e);
    }
  }
}
