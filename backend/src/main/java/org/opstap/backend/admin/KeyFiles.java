package org.opstap.backend.admin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Ed25519 keys as files that other tools read, too: PEM (RFC 7468) of PKCS #8 and of
 * SubjectPublicKeyInfo (RFC 8410). A private key is never overwritten, and never read from a file
 * that others can read.
 */
final class KeyFiles {
  private static final int MAX_LENGTH = 16 * 1024;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Pattern PEM =
      Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private KeyFiles() {}

  /** Writes a new private key that only its owner reads, and beside it the public one. */
  static void write(Path file, Ed25519PrivateKey key) {
    Path besides = publicFile(file);
    if (Files.exists(file) || Files.exists(besides)) {
      throw new Refusal(
          "%s or %s is there already, and a key is never overwritten: choose another name"
              .formatted(file, besides));
    }
    create(file, pem("PRIVATE KEY", encode(key)), "rw-------");
    create(besides, pem("PUBLIC KEY", encode(key.publicKey())), "rw-r--r--");
  }

  static Path publicFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  /** Reads a private key that its owner alone can read. */
  static Ed25519PrivateKey readPrivate(Path file) {
    byte[] content = read(file);
    requireOwnersAlone(file);
    byte[] der = der(content, "PRIVATE KEY");
    try {
      if (PrivateKeyFactory.createKey(der) instanceof Ed25519PrivateKeyParameters key) {
        return new Ed25519PrivateKey(SecretBytes.copyOf(key.getEncoded()));
      }
    } catch (IOException | RuntimeException e) {
      // Said below.
    }
    throw new Refusal(
        "%s is no private key of Ed25519: make one with key generate".formatted(file));
  }

  /**
   * A public key that somebody names: its file, or its 43 characters of base64url. A file with a
   * private key is refused, since whoever names it here has it on the wrong machine.
   */
  static Ed25519PublicKey readPublic(String named) {
    if (named.matches("[A-Za-z0-9_-]{43}")) {
      try {
        return new Ed25519PublicKey(Bytes.fromBase64Url(named));
      } catch (IllegalArgumentException e) {
        throw new Refusal(named + " is no public key of Ed25519");
      }
    }
    Path file = Path.of(named);
    byte[] content = read(file);
    refusePrivate(file, content);
    try {
      if (PublicKeyFactory.createKey(der(content, "PUBLIC KEY"))
          instanceof Ed25519PublicKeyParameters key) {
        return new Ed25519PublicKey(Bytes.copyOf(key.getEncoded()));
      }
    } catch (IOException | RuntimeException e) {
      // Said below.
    }
    throw new Refusal(
        "%s is no public key: give the .pub file that key generate wrote, or its 43 characters"
            .formatted(file));
  }

  /** Keeps private keys away from where only public things belong. */
  static void refusePrivate(Path file, byte[] content) {
    boolean isSeed = content.length == Ed25519PublicKey.LENGTH;
    if (isSeed || new String(content, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY")) {
      throw new Refusal(
          ("%s is a private key. It belongs on the machine that signs, and nowhere else: take it"
                  + " away from here, and think of rolling it")
              .formatted(file));
    }
  }

  private static byte[] read(Path file) {
    try {
      if (Files.size(file) > MAX_LENGTH) {
        throw new Refusal("%s is too long for a key".formatted(file));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Refusal("%s can't be read: is the name right?".formatted(file), e);
    }
  }

  private static void requireOwnersAlone(Path file) {
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new Refusal(
            "others than its owner can use %1$s: chmod 600 %1$s, and ask who has read it"
                .formatted(file));
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new Refusal("nobody can say who may read %s: keep it elsewhere".formatted(file), e);
    }
  }

  private static void create(Path file, String content, String permissions) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("%s is there already: choose another name".formatted(file), e);
    } catch (IOException e) {
      throw new Refusal("%s can't be written: is there such a folder?".formatted(file), e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(label, LINES.encodeToString(der));
  }

  private static byte[] der(byte[] content, String label) {
    Matcher pem = PEM.matcher(new String(content, StandardCharsets.US_ASCII));
    if (!pem.matches() || !pem.group(1).equals(label)) {
      return new byte[0];
    }
    return Base64.getMimeDecoder().decode(pem.group(2));
  }

  private static byte[] encode(Ed25519PrivateKey key) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(
              new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.seed().exposeSecret()))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  private static byte[] encode(Ed25519PublicKey key) {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
              new Ed25519PublicKeyParameters(key.value().toByteArray()))
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
