package org.opstap.benchmark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/** A whole answer. */
public record HttpAnswer(int status, Optional<Duration> retryAfter, Bytes content) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The content as text. */
  public String body() {
    return new String(content.toByteArray(), StandardCharsets.UTF_8);
  }

  /**
   * @throws UnexpectedAnswerException if the body is no JSON
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (JsonProcessingException e) {
      throw new UnexpectedAnswerException(this);
    }
  }

  /** A member that is a text. */
  public String text(String member) {
    return json().path(member).asText();
  }

  /** A member that is a number. */
  public long number(String member) {
    return json().path(member).asLong();
  }

  /** Itself, if it has that status. */
  public HttpAnswer require(int expected) {
    if (status != expected) {
      throw new UnexpectedAnswerException(this);
    }
    return this;
  }

  /** Every write of the protocol may be sent again (sessions.md): so may one that failed. */
  boolean asksToComeBack() {
    return status >= 500 || (status == 429 && retryAfter.isPresent());
  }
}
