package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.Members;

/**
 * The content of a device's credential: the programme says that this key is one of its worker's
 * devices. The envelope's bytes are the identity of the MLS basic credential (DIR-20).
 *
 * @param signatureKey the MLS signature key of the device's leaf
 * @param notBefore the first moment at which it counts
 * @param notAfter the first moment at which it doesn't any more
 */
public record DeviceCredential(
    ProgrammeId programme,
    WorkerId worker,
    DeviceId device,
    Ed25519PublicKey signatureKey,
    Instant notBefore,
    Instant notAfter) {

  public static final Duration MAX_LIFE = Duration.ofDays(60);

  private static final int MAX_LENGTH = 4096;

  public static final DocumentFormat<DeviceCredential> FORMAT =
      new DocumentFormat<>(
          "opstap-device-credential",
          "opstap device credential v1",
          MAX_LENGTH,
          DeviceCredential::decode,
          DeviceCredential::encode);

  private static DeviceCredential decode(Members members) {
    DeviceCredential credential =
        new DeviceCredential(
            Members.parse(members.text("programme", 40), ProgrammeId::parse),
            Members.parse(members.text("worker", 40), WorkerId::parse),
            Members.parse(members.text("device", 40), DeviceId::parse),
            ProgrammeCodec.publicKey(members.bytes("signatureKey", Ed25519PublicKey.LENGTH)),
            members.instant("notBefore"),
            members.instant("notAfter"));
    Members.require(credential.notBefore().isBefore(credential.notAfter()));
    return credential;
  }

  private static ObjectNode encode(DeviceCredential credential) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("programme", credential.programme().toString())
        .put("worker", credential.worker().toString())
        .put("device", credential.device().toString())
        .put("signatureKey", credential.signatureKey().toString())
        .put("notBefore", credential.notBefore().toString())
        .put("notAfter", credential.notAfter().toString());
  }
}
