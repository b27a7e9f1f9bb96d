package org.opstap.benchmark.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.session.SessionProof;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.SecretBytes;

/**
 * A pseudonym or a worker's device with its key and a session. Calls may come from several threads,
 * each with a connection of its own.
 */
public final class Seat {
  private static final int CHALLENGES = 5;
  private static final int CHALLENGE_OVER = 401;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final BrandedId holder;
  private final Ed25519PrivateKey key;
  private Session session;
  private RequestSigner signer;

  private Seat(BrandedId holder, Ed25519PrivateKey key, ServerAddress server, Session session) {
    this.holder = holder;
    this.key = key;
    this.session = session;
    this.signer = new RequestSigner(server, session, RANDOM);
  }

  /** Opens a pseudonym with a fresh key and mints its session. */
  public static Seat seeker(HttpConnection http) throws IOException {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate(RANDOM);
    HttpAnswer opened =
        Tokens.spend(
                http,
                "/v1/pseudonyms",
                "{\"publicKey\":\"%s\"}".formatted(key.publicKey().value().toBase64Url()))
            .require(201);
    return of(http, PseudonymId.parse(opened.text("pseudonym")), key);
  }

  /** Uses an invitation for a device with fresh keys and mints its session. */
  static Seat device(HttpConnection http, String invitation, Bytes signatureKey)
      throws IOException {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate(RANDOM);
    HttpAnswer registered =
        http.postOpenly(
                "/v1/devices",
                "{\"invitation\":\"%s\",\"publicKey\":\"%s\",\"signatureKey\":\"%s\"}"
                    .formatted(
                        invitation,
                        key.publicKey().value().toBase64Url(),
                        signatureKey.toBase64Url()))
            .require(201);
    return of(http, DeviceId.parse(registered.text("device")), key);
  }

  private static Seat of(HttpConnection http, BrandedId holder, Ed25519PrivateKey key)
      throws IOException {
    return new Seat(holder, key, http.server(), mint(http, holder, key));
  }

  /** A challenge is spent even if its session was not answered in time; then with a new one. */
  private static Session mint(HttpConnection http, BrandedId holder, Ed25519PrivateKey key)
      throws IOException {
    HttpAnswer minted = askForSession(http, holder, key);
    for (int i = 1; i < CHALLENGES && minted.status() == CHALLENGE_OVER; i++) {
      minted = askForSession(http, holder, key);
    }
    minted.require(201);
    return new Session(
        minted.text("session"),
        SecretBytes.copyOf(Bytes.fromBase64Url(minted.text("key")).toByteArray()),
        Instant.parse(minted.text("expiresAt")));
  }

  private static HttpAnswer askForSession(
      HttpConnection http, BrandedId holder, Ed25519PrivateKey key) throws IOException {
    String challenge =
        http.postOpenly("/v1/session-challenges", "{\"holder\":\"%s\"}".formatted(holder.toText()))
            .require(200)
            .text("challenge");
    Bytes proof =
        SessionProof.signingInput(
            http.server().authority(), holder, Bytes.fromBase64Url(challenge));
    return http.postOpenly(
        "/v1/sessions",
        "{\"holder\":\"%s\",\"challenge\":\"%s\",\"signature\":\"%s\"}"
            .formatted(holder.toText(), challenge, key.sign(proof).toBase64Url()));
  }

  public BrandedId holder() {
    return holder;
  }

  public synchronized Session session() {
    return session;
  }

  /** Mints another session if the present one doesn't last that long, or is for another server. */
  public void keepAlive(HttpConnection http, Duration atLeast) throws IOException {
    if (session().expiresAt().isBefore(Instant.now().plus(atLeast))) {
      renew(http);
    }
  }

  /** Mints another session, also on another node. */
  public void renew(HttpConnection http) throws IOException {
    Session fresh = mint(http, holder, key);
    synchronized (this) {
      session = fresh;
      signer = new RequestSigner(http.server(), fresh, RANDOM);
    }
  }

  /** Sessions are good on every node that shares the master key; the signature names one. */
  public synchronized void moveTo(ServerAddress server) {
    signer = new RequestSigner(server, session, RANDOM);
  }

  /** A signed request as it goes over the wire, to be sent once. */
  public synchronized byte[] sign(String method, String target, String body) {
    RequestBuffer request = new RequestBuffer();
    signer.write(request, method, target, body.getBytes(StandardCharsets.UTF_8));
    return request.toByteArray();
  }

  /** The same for a caller that has a thread and a buffer of its own. */
  public synchronized void sign(RequestBuffer request, String method, String target, byte[] body) {
    signer.write(request, method, target, body);
  }

  synchronized RequestSigner signer() {
    return signer;
  }

  /** Sends once. What an {@link IOException} leaves open is for the caller to find out. */
  public HttpAnswer send(HttpConnection http, String method, String target, String body)
      throws IOException {
    return http.exchange(sign(method, target, body));
  }

  /** Sends, and again for as long as the server asks to come back later. */
  public HttpAnswer call(HttpConnection http, String method, String target, String body)
      throws IOException {
    return Patience.exchange(() -> send(http, method, target, body));
  }
}
