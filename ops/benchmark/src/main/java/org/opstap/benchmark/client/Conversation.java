package org.opstap.benchmark.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.mls.GroupId;
import org.opstap.protocol.wire.Bytes;

/** A conversation in its first generation and epoch, with the seeker's seat and the devices'. */
public final class Conversation {
  private static final int GENERATION = 1;
  private static final long EPOCH = 1;

  private final ConversationId id;
  private final List<Member> members = new ArrayList<>();

  private Conversation(ConversationId id) {
    this.id = id;
  }

  /**
   * Opens a conversation for a fresh pseudonym, claims the packages of those on duty and begins the
   * group with a Commit and its Welcome, request by request as a phone does.
   *
   * @param workers who may be claimed, by the text of the device
   */
  public static Conversation begin(
      HttpConnection http, String programme, Map<String, Worker> workers) throws IOException {
    Seat seeker = Seat.seeker(http);
    HttpAnswer opened =
        seeker
            .call(http, "POST", "/v1/conversations", "{\"programme\":\"%s\"}".formatted(programme))
            .require(201);
    Conversation conversation = new Conversation(ConversationId.parse(opened.text("conversation")));
    HttpAnswer claimed =
        seeker
            .call(
                http,
                "POST",
                conversation.path() + "/claims",
                "{\"generation\":%d}".formatted(GENERATION))
            .require(200);
    conversation.commit(http, seeker, claimed, workers);
    return conversation;
  }

  private void commit(
      HttpConnection http, Seat seeker, HttpAnswer claimed, Map<String, Worker> workers)
      throws IOException {
    members.add(new Member(this, seeker, 1));
    List<Bytes> packages = new ArrayList<>();
    for (JsonNode each : claimed.json().get("keyPackages")) {
      packages.add(Bytes.fromBase64Url(each.get("message").asText()));
      Worker worker = workers.get(each.get("device").asText());
      if (worker == null) {
        throw new IllegalStateException("the server offers a device that nobody here registered");
      }
      members.add(new Member(this, worker.seat(), 0));
    }
    String body =
        "{\"number\":1,\"message\":\"%s\",\"welcome\":\"%s\"}"
            .formatted(
                Framing.commit(group(), 0).toBase64Url(), Framing.welcome(packages).toBase64Url());
    seeker.call(http, "POST", path() + "/entries", body).require(201);
  }

  public ConversationId id() {
    return id;
  }

  public String path() {
    return "/v1/conversations/" + id.toText();
  }

  public GroupId group() {
    return new GroupId(id, GENERATION);
  }

  /** The seeker first, then the devices. */
  public List<Member> members() {
    return List.copyOf(members);
  }

  public Member seeker() {
    return members.getFirst();
  }

  /** A fresh application message of 1 KiB for the present epoch. */
  public Bytes application() {
    return Framing.application(group(), EPOCH);
  }

  /** One whose ciphertext is given; its length is a padded one and 16. */
  public Bytes application(Bytes ciphertext) {
    return Framing.application(group(), EPOCH, ciphertext);
  }
}
