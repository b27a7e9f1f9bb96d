package org.opstap.backend.sample;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Signing keys of the sample operator and programmes: made at first use, one file each, kept
 * between runs.
 */
@Singleton
@Requires(property = "opstap.samples", value = "true")
class SampleKeys {
  private final Path folder;
  private final SecureRandom random;

  SampleKeys(@Value("${opstap.data}") String dataFolder, SecureRandom random) {
    this.folder = Path.of(dataFolder, "sample");
    this.random = random;
  }

  Path folder() {
    return folder;
  }

  Ed25519PrivateKey operator() {
    return key("operator");
  }

  Ed25519PrivateKey programme(ProgrammeId programme) {
    return key(programme.toBytes().toHex());
  }

  private Ed25519PrivateKey key(String name) {
    Path file = folder.resolve(name + ".key");
    try {
      if (Files.exists(file)) {
        return new Ed25519PrivateKey(SecretBytes.copyOf(Files.readAllBytes(file)));
      }
      Ed25519PrivateKey fresh = Ed25519PrivateKey.generate(random);
      writeForOwner(file, Bytes.copyOf(fresh.seed().exposeSecret()));
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a new file that only its owner reads. */
  static void writeForOwner(Path file, Bytes content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(content.toByteArray()));
    }
  }
}
