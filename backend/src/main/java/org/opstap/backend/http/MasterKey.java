package org.opstap.backend.http;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * The server's one secret: 32 random bytes, given from outside or in a file of the data folder that
 * only its owner reads, never in the database. Nodes that share it check each other's sessions and
 * open each other's issuer keys. Every use has a key of its own, derived by HMAC-SHA256 over the
 * use's name.
 */
@Context
public final class MasterKey {
  private static final int LENGTH = 32;
  private static final String HMAC = "HmacSHA256";

  private final SecretBytes secret;

  /**
   * @param given base64 of the secret; without it, the file counts
   */
  MasterKey(
      @Value("${opstap.data}") String dataFolder,
      @Nullable @Property(name = "opstap.master-key") String given,
      SecureRandom random) {
    this.secret =
        given == null ? readOrMake(Path.of(dataFolder, "master.key"), random) : decode(given);
  }

  /** A key for one use. */
  public SecretBytes derive(String use) {
    return SecretBytes.copyOf(hmac(secret, Bytes.utf8(use)).toByteArray());
  }

  /** HMAC-SHA256 (RFC 2104), 32 bytes. */
  public static Bytes hmac(SecretBytes key, Bytes message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.exposeSecret(), HMAC));
      return Bytes.copyOf(mac.doFinal(message.toByteArray()));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private static SecretBytes decode(String given) {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(given.strip());
    } catch (IllegalArgumentException e) {
      decoded = new byte[0];
    }
    if (decoded.length != LENGTH) {
      throw new IllegalStateException("OPSTAP_MASTER_KEY is not 32 bytes in base64");
    }
    return SecretBytes.copyOf(decoded);
  }

  private static SecretBytes readOrMake(Path file, SecureRandom random) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        channel.write(java.nio.ByteBuffer.wrap(SecretBytes.random(LENGTH, random).exposeSecret()));
      } catch (FileAlreadyExistsException e) {
        // Made at an earlier start.
      }
      byte[] content = Files.readAllBytes(file);
      if (content.length != LENGTH) {
        throw new IllegalStateException("master.key in the data folder is not 32 bytes");
      }
      return SecretBytes.copyOf(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
