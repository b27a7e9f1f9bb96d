package org.opstap.protocol.privacypass;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** One issuance of an official vector of type 0x0002. */
record IssuanceVector(JsonNode vector) {
  Bytes bytes(String member) {
    return Bytes.fromHex(vector.get(member).textValue());
  }

  SecretBytes privateKey() {
    String pem = new String(bytes("skS").toByteArray(), StandardCharsets.US_ASCII);
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
    return SecretBytes.copyOf(Base64.getMimeDecoder().decode(base64));
  }

  BlindTokenRequest request() {
    return BlindTokenRequest.insecureCreate(
        TokenChallenge.parse(bytes("token_challenge")),
        IssuerPublicKey.parse(bytes("pkS")),
        bytes("nonce"),
        bytes("salt"),
        new BigInteger(1, bytes("blind").toByteArray()));
  }
}
