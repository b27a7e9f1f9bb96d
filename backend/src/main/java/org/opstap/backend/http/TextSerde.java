package org.opstap.backend.http;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.util.function.Function;

/** A value that is one string in JSON. */
record TextSerde<T>(Function<T, String> format, Function<String, T> parse) implements Serde<T> {
  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends T> type, T value)
      throws IOException {
    encoder.encodeString(format.apply(value));
  }

  @Override
  public T deserialize(Decoder decoder, DecoderContext context, Argument<? super T> type)
      throws IOException {
    JsonNode node = decoder.decodeNode();
    if (!node.isString()) {
      throw new SerdeException("not a text");
    }
    return parse.apply(node.getStringValue());
  }
}
