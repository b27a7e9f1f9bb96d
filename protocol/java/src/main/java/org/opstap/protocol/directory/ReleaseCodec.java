package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.Members;

/** The payload of a release as JSON (DIR-7 to DIR-11, DIR-26). */
final class ReleaseCodec {
  static final int MAX_LENGTH = 1 << 20;

  private static final int MAX_PROGRAMMES = 200;
  private static final int MAX_DIGESTS = 32;
  private static final int MAX_RELAYS = 16;
  private static final int DIGEST_LENGTH = 32;
  private static final int MAX_ORIGIN = 200;

  /** Only in a release after which another key signs (DIR-26). */
  private static final String NEXT_KEY = "nextOperatorKey";

  private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9.-]+(:[1-9][0-9]{0,4})?");

  /** For trying out: a relay on the same machine (DIR-11). */
  private static final Pattern LOCAL_ORIGIN =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1):[1-9][0-9]{0,4}");

  private ReleaseCodec() {}

  static Release decode(Members members) {
    Release release =
        new Release(
            members.integer("number", 1, Integer.MAX_VALUE),
            members.bytesOrNull("previous", DIGEST_LENGTH),
            members.date("issuedOn"),
            members.instant("validUntil"),
            members.flag("sample"),
            members.list("programmes", MAX_PROGRAMMES, ProgrammeCodec::decode),
            members.list("issuerKeyDigests", MAX_DIGESTS, ReleaseCodec::digest),
            members.list("relays", MAX_RELAYS, ReleaseCodec::origin),
            members.list("gatewayKeyDigests", MAX_DIGESTS, ReleaseCodec::digest),
            members.has(NEXT_KEY)
                ? ProgrammeCodec.publicKey(members.bytes(NEXT_KEY, Ed25519PublicKey.LENGTH))
                : null);
    check(release);
    return release;
  }

  private static void check(Release release) {
    List<Programme> programmes = release.programmes();
    Members.require((release.number() == 1) == (release.previous() == null));
    Members.require(programmes.stream().filter(Programme::national).count() == 1);
    Members.require(programmes.stream().map(Programme::id).distinct().count() == programmes.size());
    Members.require(release.sample() || programmes.stream().noneMatch(Programme::sample));
    Members.require(release.relays().stream().allMatch(relay -> isRelay(relay, release.sample())));
  }

  /** See {@link Release#isRelay}. */
  static boolean isRelay(String origin, boolean sample) {
    return ORIGIN.matcher(origin).matches() || (sample && LOCAL_ORIGIN.matcher(origin).matches());
  }

  static ObjectNode encode(Release release) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("number", release.number())
        .put("previous", base64Url(release.previous()))
        .put("issuedOn", release.issuedOn().toString())
        .put("validUntil", release.validUntil().toString())
        .put("sample", release.sample());
    ArrayNode programmes = node.putArray("programmes");
    release.programmes().forEach(programme -> programmes.add(ProgrammeCodec.encode(programme)));
    digests(node, "issuerKeyDigests", release.issuerKeyDigests());
    ProgrammeCodec.texts(node, "relays", release.relays());
    digests(node, "gatewayKeyDigests", release.gatewayKeyDigests());
    Ed25519PublicKey nextKey = release.nextOperatorKey();
    return nextKey == null ? node : node.put(NEXT_KEY, nextKey.toString());
  }

  private static void digests(ObjectNode node, String name, List<Bytes> digests) {
    ProgrammeCodec.texts(node, name, digests.stream().map(Bytes::toBase64Url).toList());
  }

  private static @Nullable String base64Url(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.toBase64Url();
  }

  private static Bytes digest(JsonNode node) {
    return Members.bytesOf(node, DIGEST_LENGTH);
  }

  /** Which ones are named is {@link #check}'s. */
  private static String origin(JsonNode node) {
    return Members.textOf(node, MAX_ORIGIN);
  }
}
