package org.opstap.benchmark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;

/** A whole answer. */
public record HttpAnswer(int status, Optional<Duration> retryAfter, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @throws UnexpectedAnswerException if the body is no JSON
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
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
