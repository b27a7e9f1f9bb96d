package org.opstap.backend.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.bhttp.Field;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.ohttp.KeyConfiguration;
import org.opstap.protocol.ohttp.KeyConfigurations;
import org.opstap.protocol.ohttp.SealedRequest;
import org.opstap.protocol.wire.Bytes;

/** A phone that asks through the gateway: seals requests to its key, and opens its answers. */
public final class TestOblivious {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final URI gateway;
  private final KeyConfiguration key;

  private TestOblivious(URI gateway, KeyConfiguration key) {
    this.gateway = gateway;
    this.key = key;
  }

  /** Asks the server for its keys and takes the one of a mechanism. */
  public static TestOblivious of(TestHttp http, Kem kem) {
    HttpResponse<byte[]> keys = exchange(http.request("/ohttp-keys").GET());
    return new TestOblivious(
        http.server().resolve("/ohttp"),
        KeyConfigurations.decode(Bytes.copyOf(keys.body())).all().stream()
            .filter(each -> each.kem() == kem)
            .findFirst()
            .orElseThrow());
  }

  /** The same phone, sending to somebody who forwards to the gateway. */
  public TestOblivious by(URI relay) {
    return new TestOblivious(relay, key);
  }

  public KeyConfiguration key() {
    return key;
  }

  /** Has a request that was made for the direct way answered through the gateway. */
  public TestHttp.Answer send(HttpRequest.Builder request) {
    return send(binary(request.build()));
  }

  public TestHttp.Answer send(BinaryRequest request) {
    return sendMessage(request.encode());
  }

  /** Bytes that needn't be a binary request. */
  public TestHttp.Answer sendMessage(Bytes message) {
    SealedRequest sealed = seal(message);
    return open(sealed, post(sealed.encapsulated()));
  }

  public SealedRequest seal(Bytes message) {
    return SealedRequest.seal(key, Aead.AES_128_GCM, message, RANDOM);
  }

  /** What the gateway answers to bytes that needn't be an encapsulated request. */
  public HttpResponse<byte[]> post(Bytes encapsulated) {
    return exchange(
        HttpRequest.newBuilder(gateway)
            .header("Content-Type", "message/ohttp-req")
            .POST(HttpRequest.BodyPublishers.ofByteArray(encapsulated.toByteArray())));
  }

  /** Fails if it was refused in clear. */
  public static TestHttp.Answer open(SealedRequest sealed, HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(
          response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
    }
    BinaryResponse answer =
        BinaryResponse.decode(sealed.openResponse(Bytes.copyOf(response.body())));
    Map<String, List<String>> headers = new TreeMap<>();
    for (Field field : answer.fields()) {
      headers.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field.value());
    }
    return new TestHttp.Answer(
        answer.status(),
        new String(answer.content().toByteArray(), StandardCharsets.UTF_8),
        HttpHeaders.of(headers, (name, value) -> true));
  }

  /** An answer in clear, as text. */
  public static TestHttp.Answer inClear(HttpResponse<byte[]> response) {
    return new TestHttp.Answer(
        response.statusCode(),
        new String(response.body(), StandardCharsets.UTF_8),
        response.headers());
  }

  public static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public static BinaryRequest binary(HttpRequest request) {
    List<Field> fields = new ArrayList<>();
    request
        .headers()
        .map()
        .forEach(
            (name, values) ->
                values.forEach(value -> fields.add(new Field(name.toLowerCase(), value))));
    URI uri = request.uri();
    return new BinaryRequest(
        request.method(),
        uri.getScheme(),
        uri.getRawAuthority(),
        uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
        fields,
        request.bodyPublisher().map(TestOblivious::bytes).orElse(Bytes.empty()),
        List.of());
  }

  private static Bytes bytes(HttpRequest.BodyPublisher publisher) {
    HttpResponse.BodySubscriber<byte[]> collector = HttpResponse.BodySubscribers.ofByteArray();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            collector.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer part) {
            collector.onNext(List.of(part));
          }

          @Override
          public void onError(Throwable failure) {
            collector.onError(failure);
          }

          @Override
          public void onComplete() {
            collector.onComplete();
          }
        });
    return Bytes.copyOf(collector.getBody().toCompletableFuture().join());
  }
}
