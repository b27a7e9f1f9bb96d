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
    return open(TestSeat.seeker(http), programme);
  }

  /** Of a seat that is there, for a test that has its key. */
  public static TestConversation open(TestSeat seeker, ProgrammeId programme) {
    String id =
        seeker
            .post("/v1/conversations", Map.of("programme", programme.toText()))
            .text("conversation");
    return new TestConversation(seeker, id);
  }

  /** The same one, with another session of its seeker's. */
  public TestConversation of(TestSeat session) {
    return new TestConversation(session, id);
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
    return append(
        seeker,
        number,
        TestMls.commit(bytes(), generation, 0),
        Map.of("welcome", welcomeFor(claim(generation))));
  }

  /** Claims a colleague's package for a worker's device. */
  public TestHttp.Answer claimColleague(TestTeam worker, int generation, TestTeam colleague) {
    return worker
        .seat()
        .post(path() + "/claims", Map.of("generation", generation, "device", colleague.id()));
  }

  /** A worker's device claims a package of a colleague, and adds her. */
  public TestHttp.Answer add(
      TestTeam worker, long number, int generation, long epoch, TestTeam colleague) {
    return append(
        worker.seat(),
        number,
        TestMls.commit(bytes(), generation, epoch),
        Map.of("welcome", welcomeFor(claimColleague(worker, generation, colleague))));
  }

  /** A Commit that removes devices, or nobody. */
  public TestHttp.Answer commit(
      TestSeat seat, long number, int generation, long epoch, String... removed) {
    return append(
        seat,
        number,
        TestMls.commit(bytes(), generation, epoch),
        removed.length == 0 ? Map.of() : Map.of("removed", List.of(removed)));
  }

  /** The Welcome for everybody in the answer to a claim, as text. */
  public static String welcomeFor(TestHttp.Answer claim) {
    List<Bytes> packages = new ArrayList<>();
    for (JsonNode claimed : claim.json().get("keyPackages")) {
      packages.add(Bytes.fromBase64Url(claimed.get("message").asText()));
    }
    return TestMls.welcome(packages.toArray(Bytes[]::new)).toBase64Url();
  }

  /** The conversation as a seat sees it. */
  public JsonNode seenBy(TestSeat seat) {
    return seat.get(path()).json();
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
