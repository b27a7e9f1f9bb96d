package org.opstap.backend.http;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads a JSON number, where the framework would take a text or a truth value for one (PRB-3). */
@Singleton
public final class WholeNumber implements Deserializer<Long> {
  @Override
  public Long deserialize(Decoder decoder, DecoderContext context, Argument<? super Long> type)
      throws IOException {
    JsonNode node = decoder.decodeNode();
    if (!node.isNumber()) {
      throw new SerdeException("not a number");
    }
    return node.getLongValue();
  }
}
