package org.opstap.backend.admission;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.wire.SecretBytes;

/**
 * A dozen keys for all servers of a test run, in turn: each of them needs fresh ones, and real
 * ones. The first is drawn as a server draws it, the others by native code, which takes a tenth.
 */
@Singleton
@Replaces(PrivateKeys.class)
final class UsedPrivateKeys extends PrivateKeys {
  private static final int MOST = 12;
  private static final List<SecretBytes> MADE = new ArrayList<>();
  private static int given;

  UsedPrivateKeys(SecureRandom random) {
    super(random);
  }

  @Override
  SecretBytes generate() {
    synchronized (MADE) {
      if (MADE.size() < MOST) {
        MADE.add(MADE.isEmpty() ? super.generate() : natively());
      }
      return MADE.get(given++ % MOST);
    }
  }

  private static SecretBytes natively() {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance("RSA", AmazonCorrettoCryptoProvider.INSTANCE);
      generator.initialize(MODULUS_BITS);
      return SecretBytes.copyOf(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
