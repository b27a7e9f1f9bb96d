package org.opstap.protocol.privacypass;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.opstap.protocol.wire.Bytes;

/** RSASSA-PSS-VERIFY (RFC 8017 section 8.1.2) with SHA-384 by a provider, for one key. */
final class JcaTokenVerifier {
  /** As many as work at once on a large machine. */
  private static final int KEPT = 16;

  private final Provider provider;
  private final PublicKey key;
  private final PSSParameterSpec parameters;

  /** Made ready once and used again; each by one thread at a time. */
  private final Queue<Signature> idle = new ArrayBlockingQueue<>(KEPT);

  /** Of a key of any length. */
  JcaTokenVerifier(JcaRsaKeys keys, RSAKeyParameters key, int saltLength) {
    this.provider = keys.provider();
    this.key = keys.publicKey(key.getModulus(), key.getExponent());
    this.parameters =
        new PSSParameterSpec(
            "SHA-384",
            "MGF1",
            MGF1ParameterSpec.SHA384,
            saltLength,
            PSSParameterSpec.TRAILER_FIELD_BC);
  }

  boolean verifies(Bytes message, Bytes signature) {
    try {
      Signature verifier = ready();
      verifier.update(message.toByteArray());
      boolean holds = verifier.verify(signature.toByteArray());
      // Verifying made it ready for the next one; where it threw, it is dropped.
      boolean unused = idle.offer(verifier);
      return holds;
    } catch (SignatureException e) {
      // Of another length, or not below the modulus.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider has no RSASSA-PSS", e);
    }
  }

  private Signature ready() throws GeneralSecurityException {
    Signature kept = idle.poll();
    if (kept != null) {
      return kept;
    }
    Signature verifier = Signature.getInstance("RSASSA-PSS", provider);
    verifier.setParameter(parameters);
    verifier.initVerify(key);
    return verifier;
  }
}
