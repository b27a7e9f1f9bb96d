package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class BatchedTokenTest {
  private static final TokenRequest REQUEST = new TokenRequest(7, Bytes.copyOf(new byte[256]));
  private static final TokenResponse RESPONSE = new TokenResponse(Bytes.copyOf(new byte[256]));
  private static final BatchedTokenRequest TWO_REQUESTS = requests(2);
  private static final BatchedTokenResponse TWO_RESPONSES =
      new BatchedTokenResponse(List.of(Optional.of(RESPONSE), Optional.empty()));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 10})
  void readsOneToTenRequests(int count) {
    assertEquals(requests(count), BatchedTokenRequest.parse(requests(count).toBytes()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void refusesNoneAndMoreThanTen(int count) {
    Bytes requests = repeated(REQUEST.toBytes(), count);
    Bytes responses = repeated(Bytes.fromHex("00"), count);

    assertThrows(MalformedTokenException.class, () -> requests(count));
    assertThrows(MalformedTokenException.class, () -> BatchedTokenRequest.parse(requests));
    assertThrows(MalformedTokenException.class, () -> BatchedTokenResponse.parse(responses));
    assertThrows(
        MalformedTokenException.class,
        () -> new BatchedTokenResponse(Collections.nCopies(count, Optional.empty())));
  }

  @Test
  void readsAnAnswerWithoutOneOfItsTokens() {
    Bytes written = TWO_RESPONSES.toBytes();

    assertEquals(2 + 259 + 1, written.length());
    assertEquals(TWO_RESPONSES, BatchedTokenResponse.parse(written));
  }

  @Test
  void readsAnAnswerWithoutAnyToken() {
    BatchedTokenResponse none = new BatchedTokenResponse(List.of(Optional.empty()));

    assertEquals(Bytes.fromHex("0100"), none.toBytes());
    assertEquals(none, BatchedTokenResponse.parse(none.toBytes()));
  }

  @ParameterizedTest
  @MethodSource("spoiltRequests")
  void refusesSpoiltRequests(Bytes spoilt) {
    assertThrows(MalformedTokenException.class, () -> BatchedTokenRequest.parse(spoilt));
  }

  static Stream<Bytes> spoiltRequests() {
    Bytes whole = TWO_REQUESTS.toBytes();
    Bytes content = whole.slice(2, whole.length());
    return Stream.concat(
        Spoiling.truncations(whole),
        Stream.of(
            Spoiling.oneByteMore(whole),
            Bytes.concat(Bytes.fromHex("80000206"), content),
            Bytes.concat(Bytes.fromHex("c000000000000206"), content),
            Bytes.concat(Bytes.fromHex("4205"), content),
            Bytes.concat(Bytes.fromHex("4207"), content),
            Bytes.concat(Bytes.fromHex("bfffffff"), content),
            TokenWriter.vector(content.slice(0, content.length() - 1)),
            TokenWriter.vector(Spoiling.oneByteMore(content)),
            Spoiling.withU16(whole, 2, 1),
            Spoiling.withU16(whole, 2 + 259, 1)));
  }

  @ParameterizedTest
  @MethodSource("spoiltResponses")
  void refusesSpoiltResponses(Bytes spoilt) {
    assertThrows(MalformedTokenException.class, () -> BatchedTokenResponse.parse(spoilt));
  }

  static Stream<Bytes> spoiltResponses() {
    Bytes whole = TWO_RESPONSES.toBytes();
    Bytes content = whole.slice(2, whole.length());
    return Stream.concat(
        Spoiling.truncations(whole),
        Stream.of(
            Spoiling.oneByteMore(whole),
            TokenWriter.vector(content.slice(0, content.length() - 2)),
            TokenWriter.vector(Bytes.concat(content, Bytes.fromHex("02"))),
            TokenWriter.vector(Bytes.concat(content, Bytes.fromHex("01"))),
            TokenWriter.vector(Bytes.concat(content, Bytes.fromHex("010002"))),
            Bytes.fromHex("400100"),
            Spoiling.withU16(whole, 3, 1)));
  }

  private static BatchedTokenRequest requests(int count) {
    return new BatchedTokenRequest(Collections.nCopies(count, REQUEST));
  }

  private static Bytes repeated(Bytes part, int count) {
    Bytes[] parts = new Bytes[count];
    Arrays.fill(parts, part);
    return TokenWriter.vector(Bytes.concat(parts));
  }
}
