package org.opstap.protocol.bhttp;

import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/**
 * A response that HTTP/2 would take (RFC 9113 section 8.2), with bounded parts.
 *
 * @param informational what came before it, at most {@link #MAXIMUM_INFORMATIONAL}
 * @param status 200 to 599
 */
public record BinaryResponse(
    List<InformationalResponse> informational,
    int status,
    List<Field> fields,
    Bytes content,
    List<Field> trailers) {
  /** Bytes: a page of entries (1 MiB) in base64, fields, and padding. */
  public static final int MAXIMUM_LENGTH = 2 * 1_024 * 1_024;

  /** More than any server sends; bounds what a message of tiny ones costs. */
  public static final int MAXIMUM_INFORMATIONAL = 8;

  static final int FIRST_STATUS = 200;
  private static final int LAST_STATUS = 599;

  /**
   * A valid response.
   *
   * @throws MalformedBinaryHttpException for any other
   */
  public BinaryResponse {
    MalformedBinaryHttpException.unless(
        informational.size() <= MAXIMUM_INFORMATIONAL
            && status >= FIRST_STATUS
            && status <= LAST_STATUS);
    informational = List.copyOf(informational);
    fields = FieldSection.copyOf(fields);
    trailers = FieldSection.copyOf(trailers);
    // An answer to HEAD, and 304, have the length of what they leave out.
    MalformedBinaryHttpException.unless(
        content.length() == 0 || FieldSection.lengthFits(fields, content));
  }

  /** Without informational responses and trailers. */
  public static BinaryResponse of(int status, List<Field> fields, Bytes content) {
    return new BinaryResponse(List.of(), status, fields, content, List.of());
  }

  /**
   * Reads a response of known or indeterminate length to its last byte.
   *
   * @throws MalformedBinaryHttpException if it is not a valid one, or longer than {@link
   *     #MAXIMUM_LENGTH}
   */
  public static BinaryResponse decode(Bytes message) {
    MalformedBinaryHttpException.unless(message.length() <= MAXIMUM_LENGTH);
    MessageReader reader = new MessageReader(message);
    Framing framing = Framing.read(reader, Framing.RESPONSE);
    List<InformationalResponse> informational = new ArrayList<>();
    long status = reader.integer();
    while (InformationalResponse.isInformational(status)) {
      MalformedBinaryHttpException.unless(informational.size() < MAXIMUM_INFORMATIONAL);
      informational.add(new InformationalResponse((int) status, framing.fields(reader)));
      status = reader.integer();
    }
    MalformedBinaryHttpException.unless(status <= LAST_STATUS);
    BinaryResponse response =
        new BinaryResponse(
            informational,
            (int) status,
            framing.fields(reader),
            framing.content(reader),
            framing.fields(reader));
    reader.padding();
    return response;
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
    writer.integer(Framing.RESPONSE);
    for (InformationalResponse each : informational) {
      writer.integer(each.status());
      writer.bytes(FieldSection.encode(each.fields()));
    }
    writer.integer(status);
    writer.sections(fields, content, trailers);
    return writer.toPaddedBytes(multiple, MAXIMUM_LENGTH);
  }
}
