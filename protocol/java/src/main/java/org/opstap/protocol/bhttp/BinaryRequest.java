package org.opstap.protocol.bhttp;

import java.util.List;
import org.opstap.protocol.wire.Bytes;

/**
 * A request that HTTP/2 would take (RFC 9113 sections 8.2 and 8.3.1), with bounded parts. It says
 * one length and one host only: no two readers can understand it differently.
 *
 * @param scheme such as {@code https}
 * @param authority may be empty, where a host field stands for it
 * @param path with its query, if there is one
 */
public record BinaryRequest(
    String method,
    String scheme,
    String authority,
    String path,
    List<Field> fields,
    Bytes content,
    List<Field> trailers) {
  /** Bytes: the largest body that the server takes (288 KiB), fields, and padding. */
  public static final int MAXIMUM_LENGTH = 384 * 1_024;

  private static final String CONNECT = "CONNECT";
  private static final String OPTIONS = "OPTIONS";
  private static final String EVERYTHING = "*";
  private static final String HOST = "host";

  /**
   * A valid request.
   *
   * @throws MalformedBinaryHttpException for any other
   */
  public BinaryRequest {
    fields = FieldSection.copyOf(fields);
    trailers = FieldSection.copyOf(trailers);
    MalformedBinaryHttpException.unless(
        isMethod(method)
            && isScheme(scheme)
            && authority.chars().allMatch(c -> Characters.isVisible(c) && "@/?#".indexOf(c) < 0)
            && isPath(method, path)
            && isHost(authority, FieldSection.values(fields, HOST))
            && FieldSection.lengthFits(fields, content));
  }

  /**
   * Reads a request of known or indeterminate length to its last byte.
   *
   * @throws MalformedBinaryHttpException if it is not a valid one, or longer than {@link
   *     #MAXIMUM_LENGTH}
   */
  public static BinaryRequest decode(Bytes message) {
    MalformedBinaryHttpException.unless(message.length() <= MAXIMUM_LENGTH);
    MessageReader reader = new MessageReader(message);
    Framing framing = Framing.read(reader, Framing.REQUEST);
    BinaryRequest request =
        new BinaryRequest(
            reader.text(),
            reader.text(),
            reader.text(),
            reader.text(),
            framing.fields(reader),
            framing.content(reader),
            framing.fields(reader));
    reader.padding();
    return request;
  }

  /**
   * The shortest form: of known length, without empty parts at its end.
   *
   * @throws MalformedBinaryHttpException if it is longer than {@link #MAXIMUM_LENGTH}
   */
  public Bytes encode() {
    return encodePadded(1);
  }

  /**
   * The shortest form, with zeroes behind it so that its length is a multiple of one given.
   *
   * @throws MalformedBinaryHttpException if it is longer than {@link #MAXIMUM_LENGTH}
   */
  public Bytes encodePadded(int multiple) {
    MessageWriter writer = new MessageWriter();
    writer.integer(Framing.REQUEST);
    writer.text(method);
    writer.text(scheme);
    writer.text(authority);
    writer.text(path);
    writer.sections(fields, content, trailers);
    return writer.toPaddedBytes(multiple, MAXIMUM_LENGTH);
  }

  /** RFC 9292 section 6: a request that changes its connection has no purpose here. */
  private static boolean isMethod(String method) {
    return !method.isEmpty()
        && method.chars().allMatch(Characters::isToken)
        && !method.equals(CONNECT);
  }

  /** RFC 3986 section 3.1. */
  private static boolean isScheme(String scheme) {
    return !scheme.isEmpty()
        && Character.isLetter(scheme.charAt(0))
        && scheme
            .chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0));
  }

  private static boolean isPath(String method, String path) {
    return path.startsWith("/")
        ? path.chars().allMatch(c -> Characters.isVisible(c) && c != '#')
        : path.equals(EVERYTHING) && method.equals(OPTIONS);
  }

  private static boolean isHost(String authority, List<String> hosts) {
    return hosts.isEmpty()
        || (hosts.size() == 1 && (authority.isEmpty() || authority.equalsIgnoreCase(hosts.get(0))));
  }
}
