package org.opstap.backend.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.client.TestCards;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestDeviceVault;
import org.opstap.backend.client.TestErasure;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestOblivious;
import org.opstap.backend.client.TestPages;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestStaff;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestFolder;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.staff.Invited;
import org.opstap.backend.staff.Role;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.directory.ProgrammeProposal;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.SocialMap;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Two programmes with a coordinator's device each, two seekers with a conversation each, and for
 * every route a request that is right.
 */
final class AuthorisationFixture {
  private static final Bytes VAULT_STATE = TestVault.state();

  private final TestHttp http;
  private final StaffService staff;
  private final DirectoryService directory;
  private final ProgrammeId programme;
  private final TestTeam own;
  private final TestTeam colleague;
  private final TestTeam other;
  private final TestConversation conversation;
  private final TestConversation otherConversation;
  private final Map<TestSeat, Long> appends = new HashMap<>();
  private final Ed25519PrivateKey sessionKey = Ed25519PrivateKey.generate(new SecureRandom());
  private final String sessionHolder;
  private final CardSecret card = TestCards.secret();
  private final String cardId;
  private final TestVault returning;
  private final TestStaff present;
  private final TestDeviceVault deviceVault;
  private final TestErasure erased;

  AuthorisationFixture(TestHttp http, StaffService staff, DirectoryService directory) {
    this.http = http;
    this.staff = staff;
    this.directory = directory;
    var programmes = directory.current().orElseThrow().release().programmes();
    programme = programmes.get(0).id();
    own = TestTeam.join(http, staff, Invited.newcomer(programme, Role.COORDINATOR), 3);
    conversation = TestConversation.open(http, programme);
    appends.put(conversation.seeker(), 1L);
    require(conversation.begin(1, 1));
    colleague = TestTeam.join(http, staff, programme, 10);
    other =
        TestTeam.join(http, staff, Invited.newcomer(programmes.get(1).id(), Role.COORDINATOR), 3);
    otherConversation = TestConversation.open(http, programmes.get(1).id());
    require(otherConversation.begin(1, 1));
    own.seat().put(conversation.path() + "/fixed-contact", Map.of());
    sessionHolder =
        TestTokens.openPseudonym(
                http, Map.of("publicKey", sessionKey.publicKey().value().toBase64Url()))
            .text("pseudonym");
    TestCards.add(own.seat(), card, 1);
    cardId = TestCards.add(own.seat(), TestCards.secret(), 1);
    returning = TestVault.made(TestConversation.open(http, programme));
    present =
        TestStaff.joined(http, staff.invite(Invited.newcomer(programme, Role.WORKER)).toText());
    deviceVault = TestDeviceVault.of(present);
    deviceVault.write(1, VAULT_STATE);
    erased = TestErasure.open(http, programme);
    require(erased.conversation().begin(1, 1));
    erased.erase(erased.message(1, 1));
  }

  private static void require(TestHttp.Answer answer) {
    if (answer.status() != 201) {
      throw new AssertionError(answer.body());
    }
  }

  TestSeat deviceOwn() {
    return own.seat();
  }

  TestSeat colleague() {
    return colleague.seat();
  }

  TestSeat deviceOther() {
    return other.seat();
  }

  TestSeat seekerOther() {
    return otherConversation.seeker();
  }

  String conversation() {
    return conversation.id();
  }

  /** What the server answers to a caller's right request: the status, and a problem's slug. */
  String request(String caller, String method, String route) {
    TestSeat seat =
        switch (caller) {
          case "nobody" -> null;
          case "seeker, own" -> conversation.seeker();
          case "seeker, other" -> otherConversation.seeker();
          case "device, own" -> own.seat();
          case "device, other" -> other.seat();
          default -> throw new AssertionError(caller);
        };
    String path =
        route
            .replace(
                "{conversation}",
                route.startsWith("/v1/erasures") ? erased.conversation().id() : conversation.id())
            .replace("{device}", own.id())
            .replace("{programme}", programme.toText())
            .replace("{card}", cardId)
            .replace("{lead}", route.contains("{lead}") ? lead() : "")
            .replace("{number}", "1")
            .replace("{name}", TestPages.assetsOf(http, "/").getFirst());
    if (route.equals("/v1/admission/tokens")) {
      return send(forTokens());
    }
    if (route.equals("/ohttp")) {
      return send(encapsulation());
    }
    HttpRequest.Builder request =
        seat == null
            ? unsigned(method, path, body(null, method, route))
            : seat.signed(method, path, body(seat, method, route), Instant.now(), TestSeat.nonce());
    if (route.equals("/v1/admission/card-programmes")) {
      request.header(AdmissionProof.FIELD, new AdmissionProof.Card(card).toFieldValue());
    }
    return send(
        route.equals("/v1/pseudonyms")
            ? request.header("Authorization", TestTokens.credentials(http))
            : request);
  }

  /** The open lead to the other programme, or a fresh one. */
  private String lead() {
    return own.seat().post(conversation.path() + "/leads", proposedLead()).text("lead");
  }

  private Map<String, String> proposedLead() {
    return Map.of("programme", other.programme().toText());
  }

  /** One that has nothing to do with a session: everybody sends it alike. */
  private HttpRequest.Builder forTokens() {
    Bytes body = TestTokens.batch(TestTokens.blind(TestTokens.key(http), 1));
    return TestTokens.request(http, TestTokens.BATCH, body)
        .header(
            AdmissionProof.FIELD, TestTokens.solve(TestTokens.puzzle(http), body).toFieldValue());
  }

  private HttpRequest.Builder unsigned(String method, String path, Object body) {
    HttpRequest.Builder request = http.request(path);
    return body.equals("")
        ? request.method(method, HttpRequest.BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(TestHttp.bytes(body)));
  }

  private Object body(@Nullable TestSeat seat, String method, String route) {
    return switch (method + " " + route) {
      case "PUT /v1/directory/statuses/{programme}" -> nextStatus();
      case "PUT /v1/programmes/{programme}/proposal" -> proposal();
      case "PUT /v1/programmes/{programme}/social-map" -> socialMap();
      case "POST /v1/routes" -> Map.of("minuteOfWeek", 600);
      case "POST /v1/pseudonyms" -> Map.of("publicKey", freshKey());
      case "POST /v1/session-challenges" -> Map.of("holder", sessionHolder);
      case "POST /v1/sessions" -> {
        TestHttp.Answer challenge =
            http.post("/v1/session-challenges", Map.of("holder", sessionHolder));
        yield TestSeat.proof(http, sessionHolder, sessionKey, challenge.text("challenge"));
      }
      case "POST /v1/devices" ->
          Map.of(
              "invitation", staff.invite(Invited.newcomer(programme, Role.WORKER)).toText(),
              "publicKey", freshKey(),
              "signatureKey", freshKey());
      case "PUT /v1/devices/{device}/credential" ->
          Map.of("credential", own.credential().toBase64Url());
      case "PUT /v1/devices/{device}/successor" -> Map.of("device", colleague.id());
      case "POST /v1/programmes/{programme}/invitations" -> Map.of("role", "worker");
      case "POST /v1/passkey-challenges" -> Map.of();
      case "POST /v1/presences" -> present.presenting();
      case "POST /v1/device-returns" -> deviceVault.returning();
      case "PUT /v1/devices/{device}/vault" -> TestDeviceVault.part(1);
      case "PUT /v1/devices/{device}/duty" -> Map.of("duty", "primary");
      case "POST /v1/devices/{device}/key-packages" ->
          Map.of("keyPackages", List.of(own.keyPackage().toBase64Url()));
      case "PUT /v1/programmes/{programme}/roster" -> Map.of("version", 1, "slots", List.of());
      case "POST /v1/cards" -> Map.of("cards", List.of(TestCards.content(TestCards.secret(), 1)));
      case "POST /v1/conversations" ->
          Map.of(
              "programme",
              directory
                  .current()
                  .orElseThrow()
                  .release()
                  .programmes()
                  .get(seat == otherConversation.seeker() ? 1 : 0)
                  .id()
                  .toText());
      case "POST /v1/conversations/{conversation}/claims" ->
          seat == own.seat() || seat == other.seat()
              ? Map.of("generation", 1, "device", colleague.id())
              : Map.of("generation", 2);
      case "POST /v1/conversations/{conversation}/leads" -> proposedLead();
      case "PUT /v1/leads/{lead}/answer" -> Map.of("answer", "accepted");
      case "POST /v1/conversations/{conversation}/entries" ->
          Map.of(
              "number",
              seat == null ? 1 : appends.merge(seat, 1L, Long::sum),
              "message",
              TestMls.application(conversation.bytes(), 1, 1).toBase64Url());
      case "POST /v1/conversations/{conversation}/vault" ->
          TestVault.of(conversation).content(TestVault.state());
      case "PUT /v1/conversations/{conversation}/vault" -> TestVault.update(2, VAULT_STATE);
      case "POST /v1/erasures" -> TestErasure.open(http, programme).request();
      case "POST /v1/vault-returns" ->
          TestVault.request(returning.locator(), returning.accessKey(), TestVault.key());
      case "PUT /v1/conversations/{conversation}/acknowledgement" -> Map.of("sequence", 1);
      case "PUT /v1/conversations/{conversation}/fixed-contact" -> Map.of();
      default -> "";
    };
  }

  /** Nobody signs it: who asks is inside. */
  private HttpRequest.Builder encapsulation() {
    HttpRequest inner = http.request("/v1/directory/release").GET().build();
    byte[] sealed =
        TestOblivious.of(http, Kem.X25519)
            .seal(TestOblivious.binary(inner).encode())
            .encapsulated()
            .toByteArray();
    return http.request("/ohttp")
        .header("Content-Type", "message/ohttp-req")
        .POST(HttpRequest.BodyPublishers.ofByteArray(sealed));
  }

  private static String freshKey() {
    return Ed25519PrivateKey.generate(new SecureRandom()).publicKey().value().toBase64Url();
  }

  private String nextStatus() {
    ProgrammeStatus now =
        directory.current().orElseThrow().statuses().newest(programme).orElseThrow();
    ProgrammeStatus next =
        new ProgrammeStatus(
            now.programme(),
            now.number() + 1,
            now.validUntil(),
            now.openingHours(),
            now.closedOn(),
            now.capacity(),
            now.weeksWaiting(),
            now.tokensPerConversation(),
            now.cardsOnly(),
            now.revokedDevices());
    return new String(
        ProgrammeStatus.FORMAT.sign(next, programmeKey()).envelope().toByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private String proposal() {
    ProgrammeProposal proposal =
        new ProgrammeProposal(programme, 1, 1, null, null, null, 300, null);
    return new String(
        ProgrammeProposal.FORMAT.sign(proposal, programmeKey()).envelope().toByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private String socialMap() {
    SocialMap map = new SocialMap(programme, 1, List.of());
    return new String(
        SocialMap.FORMAT.sign(map, programmeKey()).envelope().toByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private Ed25519PrivateKey programmeKey() {
    try {
      Path file = TestFolder.sampleKey(programme.toBytes().toHex());
      return new Ed25519PrivateKey(SecretBytes.copyOf(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads no more than it must: an event stream would not end. */
  private static String send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return response.statusCode() < 400
            ? Integer.toString(response.statusCode())
            : response.statusCode() + " " + slug(body);
      } finally {
        client.shutdownNow();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String slug(InputStream body) throws IOException {
    JsonNode problem = new com.fasterxml.jackson.databind.ObjectMapper().readTree(body);
    return problem.get("type").asText().replace("urn:opstap:problem:", "");
  }
}
