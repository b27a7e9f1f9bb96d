package org.opstap.backend.keychain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.opstap.protocol.hpke.HkdfSha256;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * A secret for each month, each made from the one before and none from the one after: once a month
 * is forgotten, nothing that is left opens what was sealed in it. It begins with 32 random bytes in
 * a file of the data folder that only its owner reads; nodes that start from the same file have the
 * same secrets, whenever each of them steps on.
 */
public final class KeyChain {
  private static final int SECRET_LENGTH = 32;

  private final Path file;
  private final String fileName;
  private final Bytes next;
  private final SecureRandom random;
  private Link oldest;

  /**
   * The one of a data folder, made if there is none.
   *
   * @param name of the file, without its ending; chains of different names share nothing
   */
  public KeyChain(Path dataFolder, String name, SecureRandom random, Clock clock) {
    this.fileName = fileName(name);
    this.file = dataFolder.resolve(fileName);
    this.next = Bytes.utf8("opstap " + name + " next month v1");
    this.random = random;
    this.oldest = readOrMake(Month.of(clock.instant()));
  }

  /** Whether a data folder has one of that name. */
  public static boolean isThere(Path dataFolder, String name) {
    return Files.exists(dataFolder.resolve(fileName(name)));
  }

  private static String fileName(String name) {
    return name + ".key";
  }

  /** The first month whose secret is still known. */
  public synchronized int oldest() {
    return oldest.month();
  }

  /** The secret of a month, not before {@link #oldest()}, for one use. */
  public synchronized SecretBytes secret(int month, String use) {
    if (month < oldest.month()) {
      throw new IllegalArgumentException("a month that is forgotten");
    }
    return HkdfSha256.expand(link(month).secret(), Bytes.utf8(use), SECRET_LENGTH);
  }

  /**
   * Forgets what is before a month, here and in the file.
   *
   * @throws UncheckedIOException if the file can't be written; nothing is forgotten then
   */
  public synchronized void forgetBefore(int month) {
    if (month <= oldest.month()) {
      return;
    }
    Link kept = link(month);
    try {
      replaceFile(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    oldest.secret().destroy();
    oldest = kept;
  }

  private void replaceFile(Link kept) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), fileName, ".new");
    try {
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(kept.encode()));
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Link link(int month) {
    Link link = oldest;
    while (link.month() < month) {
      link = new Link(link.month() + 1, HkdfSha256.expand(link.secret(), next, SECRET_LENGTH));
    }
    return link;
  }

  private Link readOrMake(int month) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        Link first = new Link(month, SecretBytes.random(SECRET_LENGTH, random));
        channel.write(ByteBuffer.wrap(first.encode()));
      } catch (FileAlreadyExistsException e) {
        // Made at an earlier start.
      }
      byte[] content = Files.readAllBytes(file);
      if (content.length != Integer.BYTES + SECRET_LENGTH) {
        throw new IllegalStateException(fileName + " in the data folder is not 36 bytes");
      }
      return Link.decode(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Link(int month, SecretBytes secret) {
    byte[] encode() {
      return ByteBuffer.allocate(Integer.BYTES + SECRET_LENGTH)
          .putInt(month)
          .put(secret.exposeSecret())
          .array();
    }

    static Link decode(byte[] content) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      int month = buffer.getInt();
      byte[] secret = new byte[SECRET_LENGTH];
      buffer.get(secret);
      return new Link(month, SecretBytes.copyOf(secret));
    }
  }
}
