package org.opstap.backend.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/** A phone's conversation: opens it, begins generations, appends, by the specification. */
public final class TestConversation {
  private final TestSeat seeker;
  private final String id;

  private TestConversation(TestSeat seeker, String id) {
    this.seeker = seeker;
    this.id = id;
  }

  public static TestConversation open(TestHttp http, ProgrammeId programme) {
    TestSeat seeker = TestSeat.seeker(http);
    String id =
        seeker
            .post("/v1/conversations", Map.of("programme", programme.toText()))
            .text("conversation");
    return new TestConversation(seeker, id);
  }

  public TestSeat seeker() {
    return seeker;
  }

  public String id() {
    return id;
  }

  public String path() {
    return "/v1/conversations/" + id;
  }

  public Bytes bytes() {
    return ConversationId.parse(id).toBytes();
  }

  /** Claims for a generation. */
  public TestHttp.Answer claim(int generation) {
    return seeker.post(path() + "/claims", Map.of("generation", generation));
  }

  /** Claims, and begins a generation with a Commit that adds everybody claimed. */
  public TestHttp.Answer begin(int generation, long number) {
    List<Bytes> packages = new ArrayList<>();
    for (JsonNode claimed : claim(generation).json().get("keyPackages")) {
      packages.add(Bytes.fromBase64Url(claimed.get("message").asText()));
    }
    return append(
        seeker,
        number,
        TestMls.commit(bytes(), generation, 0),
        Map.of("welcome", TestMls.welcome(packages.toArray(Bytes[]::new)).toBase64Url()));
  }

  public TestHttp.Answer say(TestSeat seat, long number, int generation, long epoch) {
    return append(seat, number, TestMls.application(bytes(), generation, epoch), Map.of());
  }

  /**
   * @param more members of the request beside its number and message
   */
  public TestHttp.Answer append(TestSeat seat, long number, Bytes message, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("number", number);
    body.put("message", message.toBase64Url());
    return seat.post(path() + "/entries", body);
  }

  public TestHttp.Answer read(TestSeat seat, long after) {
    return seat.get(path() + "/entries?after=" + after);
  }

  public TestHttp.Answer acknowledge(TestSeat seat, long sequence) {
    return seat.put(path() + "/acknowledgement", Map.of("sequence", sequence));
  }
}
