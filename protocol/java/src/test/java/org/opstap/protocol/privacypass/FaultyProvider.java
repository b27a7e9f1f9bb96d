package org.opstap.protocol.privacypass;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import org.jspecify.annotations.Nullable;

/** Corretto's, whose private operation flips a bit at the end, as a chip does that is disturbed. */
final class FaultyProvider extends Provider {
  private static final Provider SOUND = AmazonCorrettoCryptoProvider.INSTANCE;
  private static final String BARE_RSA = "RSA/ECB/NoPadding";

  FaultyProvider() {
    super("Faulty", "1", "for tests");
  }

  @Override
  public @Nullable Service getService(String type, String algorithm) {
    return type.equals("Cipher") ? new FaultyService() : SOUND.getService(type, algorithm);
  }

  private final class FaultyService extends Service {
    FaultyService() {
      super(FaultyProvider.this, "Cipher", BARE_RSA, FaultyCipher.class.getName(), null, null);
    }

    @Override
    public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
      try {
        return new FaultyCipher(Cipher.getInstance(BARE_RSA, SOUND));
      } catch (GeneralSecurityException e) {
        throw new NoSuchAlgorithmException(e);
      }
    }
  }

  private static final class FaultyCipher extends CipherSpi {
    private final Cipher sound;
    private boolean isPrivate;

    FaultyCipher(Cipher sound) {
      this.sound = sound;
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) {
      isPrivate = mode == Cipher.DECRYPT_MODE;
      try {
        sound.init(mode, key);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length) {
      try {
        byte[] output = sound.doFinal(input, offset, length);
        output[output.length - 1] ^= (byte) (isPrivate ? 1 : 0);
        return output;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected int engineDoFinal(byte[] in, int inOffset, int length, byte[] out, int outOffset) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetMode(String mode) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetPadding(String padding) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineGetBlockSize() {
      return 0;
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return BlindSigner.LENGTH;
    }

    @Override
    protected byte @Nullable [] engineGetIV() {
      return null;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
      return null;
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineUpdate(byte[] in, int inOffset, int length, byte[] out, int outOffset) {
      throw new UnsupportedOperationException();
    }
  }
}
