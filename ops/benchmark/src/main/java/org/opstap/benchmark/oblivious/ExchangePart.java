package org.opstap.benchmark.oblivious;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.conscrypt.Conscrypt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.bhttp.Field;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.BouncyCastleHpke;
import org.opstap.protocol.hpke.ConscryptHpke;
import org.opstap.protocol.hpke.HpkeProvider;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.ohttp.Gateway;
import org.opstap.protocol.ohttp.GatewayKey;
import org.opstap.protocol.ohttp.OpenedRequest;
import org.opstap.protocol.ohttp.SealedRequest;
import org.opstap.protocol.wire.Bytes;

/**
 * All that the gateway does for a request of 512 bytes: opens it, reads it, writes a padded answer
 * and seals that. Against the one scalar multiplication that none of it can do without.
 */
@State(Scope.Benchmark)
public class ExchangePart {
  private static final int LENGTH = 512;
  private static final int ANSWER_LENGTH = 1_024;
  private static final int REQUESTS = 512;

  /** The mechanism's name. */
  @Param({"X25519", "X_WING"})
  public String kem = "";

  /** Who opens. */
  @Param({"CONSCRYPT", "BOUNCY_CASTLE"})
  public Opener opener = Opener.CONSCRYPT;

  /** The providers of HPKE. */
  public enum Opener {
    CONSCRYPT("Conscrypt", new ConscryptHpke(Conscrypt.newProvider())),
    BOUNCY_CASTLE("Bouncy Castle", BouncyCastleHpke::opener);

    private final String text;
    private final HpkeProvider provider;

    Opener(String text, HpkeProvider provider) {
      this.text = text;
      this.provider = provider;
    }

    String text() {
      return text;
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final List<Bytes> requests = new ArrayList<>();
  private Gateway gateway = new Gateway(List.of());
  private BinaryResponse answer = BinaryResponse.of(200, List.of(), Bytes.empty());
  private int turn;

  private final X25519PrivateKeyParameters scalar = new X25519PrivateKeyParameters(random);
  private final X25519PublicKeyParameters point =
      new X25519PrivateKeyParameters(random).generatePublicKey();

  /** Each request is sealed to the key by itself, as phones do. */
  @Setup
  public void seal() {
    GatewayKey key =
        GatewayKey.of(1, KemPrivateKey.generate(Kem.valueOf(kem), random), opener.provider);
    gateway = new Gateway(List.of(key));
    Bytes request =
        new BinaryRequest(
                "POST",
                "https",
                "hallo.example",
                "/v1/conversations/cnv_15XB35WBFZ697GTRMPJ0TSG64K7/entries",
                List.of(
                    new Field("content-type", "application/json"),
                    new Field("content-digest", "sha-256=:" + "A".repeat(43) + "=:")),
                Bytes.copyOf(new byte[256]),
                List.of())
            .encodePadded(LENGTH);
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(
          SealedRequest.seal(key.configuration(), Aead.AES_128_GCM, request, random)
              .encapsulated());
    }
    answer =
        BinaryResponse.of(
            201,
            List.of(new Field("content-type", "application/json")),
            Bytes.utf8("{\"sequence\":17,\"generation\":1,\"epoch\":4}"));
  }

  @Benchmark
  public Bytes measured() {
    turn = (turn + 1) % REQUESTS;
    if (!(gateway.open(requests.get(turn)) instanceof OpenedRequest opened)) {
      throw new IllegalStateException("not opened");
    }
    if (BinaryRequest.decode(opened.message()).content().length() != 256) {
      throw new IllegalStateException("not what was sealed");
    }
    return opened.sealResponse(answer.encodePadded(ANSWER_LENGTH), random);
  }

  @Benchmark
  public byte[] reference() {
    byte[] shared = new byte[X25519PrivateKeyParameters.SECRET_SIZE];
    X25519Agreement agreement = new X25519Agreement();
    agreement.init(scalar);
    agreement.calculateAgreement(point, shared, 0);
    return shared;
  }
}
