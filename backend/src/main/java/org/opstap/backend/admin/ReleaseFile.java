package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.CanonicalJson;
import org.opstap.protocol.wire.MalformedDocumentException;

/** Releases in files: unsigned as their payload, signed as their envelope, both canonical. */
final class ReleaseFile {
  /** Of an envelope (DIR-5); a payload is shorter. */
  private static final int MAX_LENGTH = 1 << 20;

  private static final String UNSIGNED = ".unsigned.json";

  private ReleaseFile() {}

  static Path unsigned(int number) {
    return Path.of("release-%d%s".formatted(number, UNSIGNED));
  }

  /** What a signed one is called, beside the unsigned one. */
  static Path signed(Path unsigned) {
    String name = unsigned.getFileName().toString();
    return unsigned.resolveSibling(
        name.endsWith(UNSIGNED)
            ? name.substring(0, name.length() - UNSIGNED.length()) + ".json"
            : name + ".signed.json");
  }

  static void write(Path file, Bytes content) {
    try {
      Files.write(file, content.toByteArray());
    } catch (IOException e) {
      throw new Refusal("%s can't be written: is there such a folder?".formatted(file), e);
    }
  }

  /** The payload of an unsigned release that clients would take, were it signed. */
  static ObjectNode readUnsigned(Path file, Instant now) {
    JsonNode read = parse(file);
    if (!(read instanceof ObjectNode payload) || payload.has("signature")) {
      throw new Refusal("%s is signed already: give the unsigned file".formatted(file));
    }
    refuse(file, ReleaseMistakes.of(payload, now));
    if (!CanonicalJson.encode(Release.FORMAT.payload(Release.FORMAT.decode(payload)))
        .equals(CanonicalJson.encode(payload))) {
      throw new Refusal(
          ("%s holds members that this version doesn't know, and would leave out: use the version"
                  + " that exported it")
              .formatted(file));
    }
    return payload;
  }

  /** A signed release, not verified and perhaps expired. */
  static Unverified<Release> readSigned(Path file) {
    return parse(read(file), file.toString());
  }

  /**
   * @param source where it comes from, for the person who asked
   */
  static Unverified<Release> parse(Bytes envelope, String source) {
    try {
      return Release.FORMAT.parse(envelope);
    } catch (MalformedDocumentException e) {
      throw new Refusal(source + " is no release that clients take: " + why(envelope), e);
    }
  }

  private static String why(Bytes envelope) {
    try {
      JsonNode document = CanonicalJson.parse(envelope, MAX_LENGTH);
      if (document.has("number")) {
        return "it isn't signed; sign it with directory sign on the machine that has the key";
      }
      List<String> mistakes = ReleaseMistakes.of(document.path("payload"), Instant.MIN);
      return mistakes.isEmpty() ? "its signature is malformed" : String.join("; ", mistakes);
    } catch (MalformedDocumentException e) {
      return "its bytes are not canonical JSON (RFC 8785); was it edited or cut off?";
    }
  }

  private static JsonNode parse(Path file) {
    try {
      return CanonicalJson.parse(read(file), MAX_LENGTH);
    } catch (MalformedDocumentException e) {
      throw new Refusal(
          "%s is not canonical JSON (RFC 8785): was it edited or cut off? Export it anew"
              .formatted(file),
          e);
    }
  }

  private static Bytes read(Path file) {
    try {
      if (Files.size(file) > MAX_LENGTH) {
        throw new Refusal("%s is longer than a release may be".formatted(file));
      }
      byte[] content = Files.readAllBytes(file);
      KeyFiles.refusePrivate(file, content);
      return Bytes.copyOf(content);
    } catch (IOException e) {
      throw new Refusal("%s can't be read: is the name right?".formatted(file), e);
    }
  }

  static void refuse(Object what, List<String> mistakes) {
    if (!mistakes.isEmpty()) {
      throw new Refusal(
          "%s would be refused by clients:%n  %s"
              .formatted(what, String.join("%n  ".formatted(), mistakes)));
    }
  }
}
