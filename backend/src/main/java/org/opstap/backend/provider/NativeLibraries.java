package org.opstap.backend.provider;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import jakarta.inject.Singleton;
import java.security.Provider;
import org.conscrypt.Conscrypt;
import org.opstap.protocol.hpke.ConscryptHpke;
import org.opstap.protocol.hpke.HpkeProvider;

/**
 * The libraries that are not Java. Each is loaded when it is asked for, and throws what its loading
 * throws; neither is entered into the list of the whole process.
 */
@Singleton
class NativeLibraries {
  /** For RSA and Ed25519. */
  Provider corretto() {
    AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    provider.assertHealthy();
    return provider;
  }

  HpkeProvider conscrypt() {
    return new ConscryptHpke(Conscrypt.newProvider());
  }
}
