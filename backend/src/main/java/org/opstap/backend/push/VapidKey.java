package org.opstap.backend.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * What push services know this server by (RFC 8292): a key of P-256 in a file of the data folder
 * that only its owner reads. It doesn't roll: browsers' subscriptions are bound to it.
 */
@Context
class VapidKey {
  private static final String FILE = "vapid.key";
  private static final int SECRET_LENGTH = 32;

  /** RFC 8292 section 2 allows twice as much. */
  private static final Duration STATEMENT = Duration.ofHours(12);

  private final Path file;
  private final SecureRandom random;
  private final Clock clock;
  private final String contact;
  private final SecretBytes secret;
  private volatile @Nullable VAPIDKeyPair pair;

  VapidKey(
      @Value("${opstap.data}") String dataFolder,
      @Nullable @Property(name = "opstap.phone-host") String phoneHost,
      SecureRandom random,
      Clock clock) {
    this.file = Path.of(dataFolder, FILE);
    this.random = random;
    this.clock = clock;
    this.contact = "https://" + (phoneHost == null ? "localhost" : phoneHost);
    this.secret = readOrMake();
  }

  /** An uncompressed point, 65 bytes: what a browser subscribes with. */
  Bytes publicKey() {
    return Bytes.copyOf(pair().extractPublicKeyInUncompressedForm());
  }

  /** The value of {@code Authorization} for a request to a push service's address. */
  String authorization(String endpoint) {
    return pair()
        .generateAuthorizationHeaderValue(
            VAPIDJWTParam.getBuilder()
                .resourceURLString(endpoint)
                .expirationTime(clock.instant().plus(STATEMENT))
                .subject(contact)
                .build());
  }

  private VAPIDKeyPair pair() {
    VAPIDKeyPair made = pair;
    if (made == null) {
      made = pair(new BigInteger(1, secret.exposeSecret()));
      pair = made;
    }
    return made;
  }

  private static VAPIDKeyPair pair(BigInteger scalar) {
    byte[] point =
        new FixedPointCombMultiplier().multiply(curve().getG(), scalar).getEncoded(false);
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      ECPrivateKey key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC")
                  .generatePrivate(
                      new ECPrivateKeySpec(
                          scalar, parameters.getParameterSpec(ECParameterSpec.class)));
      return VAPIDKeyPairs.of(
          PrivateKeySources.ofECPrivateKey(key), PublicKeySources.ofUncompressedBytes(point));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  private static X9ECParameters curve() {
    return CustomNamedCurves.getByName("P-256");
  }

  private SecretBytes readOrMake() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        BigInteger highest = curve().getN().subtract(BigInteger.ONE);
        BigInteger drawn = BigIntegers.createRandomInRange(BigInteger.ONE, highest, random);
        channel.write(ByteBuffer.wrap(BigIntegers.asUnsignedByteArray(SECRET_LENGTH, drawn)));
      } catch (FileAlreadyExistsException e) {
        // Made at an earlier start.
      }
      byte[] content = Files.readAllBytes(file);
      if (content.length != SECRET_LENGTH) {
        throw new IllegalStateException(FILE + " in the data folder is not 32 bytes");
      }
      return SecretBytes.copyOf(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
