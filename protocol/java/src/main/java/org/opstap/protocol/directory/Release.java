package org.opstap.protocol.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * The content of a directory release, signed by the operator.
 *
 * @param number counts releases, from 1
 * @param previous SHA-256 of the payload of the release before, or null for number 1
 * @param validUntil the moment from which clients refuse it
 * @param sample whether it may hold sample programmes
 * @param issuerKeyDigests SHA-256 of each token issuer key that counts
 * @param relays origins of the relays that hide addresses
 * @param gatewayKeyDigests SHA-256 of each gateway key configuration
 * @param nextOperatorKey what signs every release after this one, or null while the key stays
 */
public record Release(
    int number,
    @Nullable Bytes previous,
    LocalDate issuedOn,
    Instant validUntil,
    boolean sample,
    List<Programme> programmes,
    List<Bytes> issuerKeyDigests,
    List<String> relays,
    List<Bytes> gatewayKeyDigests,
    @Nullable Ed25519PublicKey nextOperatorKey) {

  public static final DocumentFormat<Release> FORMAT =
      new DocumentFormat<>(
          "opstap-directory-release",
          "opstap directory release v1",
          ReleaseCodec.MAX_LENGTH,
          ReleaseCodec::decode,
          ReleaseCodec::encode);

  public Release {
    programmes = List.copyOf(programmes);
    issuerKeyDigests = List.copyOf(issuerKeyDigests);
    relays = List.copyOf(relays);
    gatewayKeyDigests = List.copyOf(gatewayKeyDigests);
  }

  /** Whether a release may name this origin as a relay (DIR-11). */
  public static boolean isRelay(String origin, boolean sample) {
    return ReleaseCodec.isRelay(origin, sample);
  }

  public Optional<Programme> programme(ProgrammeId id) {
    return programmes.stream().filter(programme -> programme.id().equals(id)).findFirst();
  }
}
