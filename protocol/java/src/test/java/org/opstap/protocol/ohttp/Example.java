package org.opstap.protocol.ohttp;

import java.util.List;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.hpke.TestedHpke;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** The complete example of RFC 9458 appendix A. */
final class Example {
  static final KemPrivateKey PRIVATE_KEY =
      new KemPrivateKey(
          Kem.X25519,
          SecretBytes.copyOf(
              Bytes.fromHex("3c168975674b2fa8e465970b79c8dcf09f1c741626480bd4c6162fc5b6a98e1a")
                  .toByteArray()));

  static final Bytes KEY_CONFIGURATION =
      Bytes.fromHex(
          "01002031e1f05a740102115220e9af918f738674aec95f54db6e04eb705aae8e"
              + "79815500080001000100010003");

  static final Bytes REQUEST = Bytes.fromHex("00034745540568747470730b6578616d706c652e636f6d012f");

  static final Bytes EPHEMERAL_SECRET =
      Bytes.fromHex("bc51d5e930bda26589890ac7032f70ad12e4ecb37abb1b65b1256c9c48999c73");

  static final Bytes ENCAPSULATED_KEY =
      Bytes.fromHex("4b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad19dec96c208b472");

  static final Bytes INFO =
      Bytes.fromHex("6d6573736167652f626874747020726571756573740001002000010001");

  static final Bytes ENCAPSULATED_REQUEST =
      Bytes.fromHex(
          "010020000100014b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad1"
              + "9dec96c208b4726374e469135906992e1268c594d2a10c695d858c40a026e796"
              + "5e7d86b83dd440b2c0185204b4d63525");

  static final Bytes RESPONSE = Bytes.fromHex("0140c8");

  static final Bytes EXPORTED_SECRET = Bytes.fromHex("62d87a6ba569ee81014c2641f52bea36");

  static final Bytes RESPONSE_NONCE = Bytes.fromHex("c789e7151fcba46158ca84b04464910d");

  static final Bytes PSEUDORANDOM_KEY =
      Bytes.fromHex("979aaeae066cf211ab407b31ae49767f344e1501e475c84e8aff547cc5a683db");

  static final Bytes RESPONSE_KEY = Bytes.fromHex("5d0172a080e428b16d298c4ea0db620d");

  static final Bytes RESPONSE_KEY_NONCE = Bytes.fromHex("f6bf1aeb88d6df87007fa263");

  static final Bytes ENCAPSULATED_RESPONSE =
      Bytes.fromHex("c789e7151fcba46158ca84b04464910d86f9013e404feea014e7be4a441f234f857fbd");

  static final GatewayKey KEY = GatewayKey.of(1, PRIVATE_KEY, TestedHpke::agreed);

  static final Gateway GATEWAY = new Gateway(List.of(KEY));

  private Example() {}

  static OpenedRequest opened(Gateway gateway, Bytes encapsulated) {
    Decapsulation outcome = gateway.open(encapsulated);
    if (outcome instanceof OpenedRequest opened) {
      return opened;
    }
    throw new AssertionError("refused: " + outcome);
  }

  static SecretBytes secret(Bytes content) {
    return SecretBytes.copyOf(content.toByteArray());
  }
}
