package org.opstap.backend.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.PageOrigins;
import org.opstap.protocol.wire.Bytes;

/**
 * Checks what authenticators say (WebAuthn level 3, sections 7.1 and 7.2): for a page of this host,
 * with a challenge of this server, by a verified person (STF-2). What else they say of themselves
 * is not asked for and not looked at.
 */
@Singleton
final class Authenticators {
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(
              algorithm ->
                  new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
          .toList();

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final PasskeyChallenges challenges;

  Authenticators(PasskeyChallenges challenges) {
    this.challenges = challenges;
  }

  static boolean isTooLong(Bytes... parts) {
    return Stream.of(parts).anyMatch(part -> part.length() > Limits.PASSKEY_BYTES);
  }

  /** A new passkey; empty where anything about it is wrong. */
  @SuppressWarnings("CatchingUnchecked") // whatever the library makes of such bytes refuses them
  Optional<Passkey> register(String authority, PasskeyRegistration registration) {
    if (registration.isTooLong()) {
      return Optional.empty();
    }
    try {
      RegistrationData data =
          manager.parse(
              new RegistrationRequest(
                  registration.attestationObject().toByteArray(),
                  registration.clientDataJson().toByteArray()));
      ServerProperty server =
          server(authority, Objects.requireNonNull(data.getCollectedClientData())).orElse(null);
      if (server == null) {
        return Optional.empty();
      }
      manager.verify(data, new RegistrationParameters(server, ALGORITHMS, true, true));
      var made = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData credential = Objects.requireNonNull(made.getAttestedCredentialData());
      return Optional.of(
          new Passkey(
              Bytes.copyOf(credential.getCredentialId()).sha256(),
              Bytes.copyOf(converter.getCborMapper().writeValueAsBytes(credential.getCOSEKey())),
              made.getSignCount()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The counter that a passkey's assertion comes with; empty where anything about it is wrong. */
  @SuppressWarnings("CatchingUnchecked") // as above
  OptionalLong verify(String authority, PasskeyAssertion assertion, Passkey passkey) {
    if (assertion.isTooLong()) {
      return OptionalLong.empty();
    }
    try {
      byte[] credentialId = assertion.credentialId().toByteArray();
      AuthenticationData data =
          manager.parse(
              new AuthenticationRequest(
                  credentialId,
                  assertion.authenticatorData().toByteArray(),
                  assertion.clientDataJson().toByteArray(),
                  assertion.signature().toByteArray()));
      ServerProperty server =
          server(authority, Objects.requireNonNull(data.getCollectedClientData())).orElse(null);
      if (server == null) {
        return OptionalLong.empty();
      }
      manager.verify(
          data,
          new AuthenticationParameters(server, record(credentialId, passkey), null, true, true));
      return OptionalLong.of(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
    } catch (RuntimeException e) {
      return OptionalLong.empty();
    }
  }

  private CredentialRecordImpl record(byte[] credentialId, Passkey passkey) {
    COSEKey key =
        Objects.requireNonNull(
            converter.getCborMapper().readValue(passkey.publicKey().toByteArray(), COSEKey.class));
    return new CredentialRecordImpl(
        null,
        null,
        null,
        null,
        passkey.counter(),
        new AttestedCredentialData(AAGUID.ZERO, credentialId, key),
        null,
        null,
        null,
        null);
  }

  /**
   * What has to be so; empty for a frame in another page, and where the challenge is none of ours.
   */
  private Optional<ServerProperty> server(String authority, CollectedClientData client) {
    Bytes challenge = Bytes.copyOf(client.getChallenge().getValue());
    if (Boolean.TRUE.equals(client.getCrossOrigin()) || !challenges.redeem(challenge)) {
      return Optional.empty();
    }
    Set<Origin> origins =
        PageOrigins.of(authority).stream().map(Origin::create).collect(Collectors.toSet());
    return Optional.of(
        ServerProperty.builder()
            .origins(origins)
            .rpId(PageOrigins.hostOf(authority))
            .challenge(new DefaultChallenge(challenge.toByteArray()))
            .build());
  }
}
