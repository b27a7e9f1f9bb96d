package org.opstap.backend.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.opstap.backend.staff.Invited;
import org.opstap.backend.staff.Role;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.wire.Bytes;

/**
 * Fresh invitations at each start, for a first look: one is printed, some for every programme lie
 * in the data folder.
 */
@Singleton
@Requires(property = "opstap.samples", value = "true")
public class SampleInvitations {
  private static final int INVITATIONS_A_PROGRAMME = 4;

  /** Beside the first one, whose page somebody may have open. */
  private static final int FURTHER_COORDINATORS = 3;

  /** Where the places of the first stories lie. */
  private static final String SHOWN = "Apeldoorn";

  private final SampleDirectory samples;
  private final SampleKeys keys;
  private final StaffService staff;

  SampleInvitations(SampleDirectory samples, SampleKeys keys, StaffService staff) {
    this.samples = samples;
    this.keys = keys;
    this.staff = staff;
  }

  private String invite(Programme programme, Role role) {
    return staff.invite(Invited.newcomer(programme.id(), role)).toText();
  }

  /**
   * Makes them, and gives what to print beneath the ready line: one of them, and where the others
   * are.
   */
  public List<String> make() {
    List<String> lines = new ArrayList<>();
    ObjectNode all = new ObjectMapper().createObjectNode();
    for (Programme programme : samples.programmes()) {
      ObjectNode entry = all.putObject(programme.id().toText()).put("name", programme.name());
      entry.put("coordinator", invite(programme, Role.COORDINATOR));
      ArrayNode coordinators = entry.putArray("coordinators");
      for (int i = 0; i < FURTHER_COORDINATORS; i++) {
        coordinators.add(invite(programme, Role.COORDINATOR));
      }
      ArrayNode invitations = entry.putArray("invitations");
      for (int i = 0; i < INVITATIONS_A_PROGRAMME; i++) {
        invitations.add(invite(programme, Role.WORKER));
      }
      if (programme.name().contains(SHOWN)) {
        lines.add(
            "one-time invitation of %s: %s"
                .formatted(programme.name(), invite(programme, Role.WORKER)));
      }
    }
    try {
      var file = keys.folder().resolve("invitations.json");
      SampleKeys.writeForOwner(file, Bytes.utf8(all.toPrettyString()));
      lines.add("more invitations: " + file);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
