package org.opstap.protocol.directory;

import java.time.Duration;
import java.time.Instant;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.Code;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.MalformedDocumentException;

/** Whether a device speaks for the programme that somebody chose (DIR-21). */
public sealed interface CredentialVerification {

  /** It does. */
  record Trusted(DeviceCredential credential) implements CredentialVerification {}

  /** It doesn't, for the first reason found in the order of {@link Reason}. */
  record Refused(Reason reason) implements CredentialVerification {}

  /** Why a credential doesn't count, in the order in which reasons are looked for. */
  enum Reason implements Code {
    MALFORMED("malformed"),
    WRONG_PROGRAMME("wrong-programme"),
    BAD_SIGNATURE("bad-signature"),
    TOO_LONG("too-long"),
    NOT_YET_VALID("not-yet-valid"),
    EXPIRED("expired"),
    REVOKED("revoked"),
    WRONG_SIGNATURE_KEY("wrong-signature-key");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Checks a credential.
   *
   * @param identity the identity of the MLS basic credential
   * @param chosen the programme whose device it should be
   * @param leafSignatureKey the signature key of the MLS leaf, 32 bytes
   */
  static CredentialVerification verify(
      Bytes identity,
      Release release,
      StatusBook statuses,
      ProgrammeId chosen,
      Instant now,
      Bytes leafSignatureKey) {
    Unverified<DeviceCredential> unverified;
    try {
      unverified = DeviceCredential.FORMAT.parse(identity);
    } catch (MalformedDocumentException e) {
      return new Refused(Reason.MALFORMED);
    }
    Programme programme = release.programme(chosen).orElse(null);
    if (programme == null || !unverified.unverifiedContent().programme().equals(chosen)) {
      return new Refused(Reason.WRONG_PROGRAMME);
    }
    return unverified
        .verify(programme.publicKey())
        .map(verified -> check(verified.content(), statuses, now, leafSignatureKey))
        .orElseGet(() -> new Refused(Reason.BAD_SIGNATURE));
  }

  private static CredentialVerification check(
      DeviceCredential credential, StatusBook statuses, Instant now, Bytes leafSignatureKey) {
    Duration life = Duration.between(credential.notBefore(), credential.notAfter());
    if (life.compareTo(DeviceCredential.MAX_LIFE) > 0) {
      return new Refused(Reason.TOO_LONG);
    }
    if (now.isBefore(credential.notBefore())) {
      return new Refused(Reason.NOT_YET_VALID);
    }
    if (!now.isBefore(credential.notAfter())) {
      return new Refused(Reason.EXPIRED);
    }
    if (statuses.revokes(credential.programme(), credential.device())) {
      return new Refused(Reason.REVOKED);
    }
    if (!credential.signatureKey().value().equals(leafSignatureKey)) {
      return new Refused(Reason.WRONG_SIGNATURE_KEY);
    }
    return new Trusted(credential);
  }
}
