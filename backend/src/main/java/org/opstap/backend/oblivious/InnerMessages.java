package org.opstap.backend.oblivious;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.netty.body.NettyByteBodyFactory;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.bhttp.Field;
import org.opstap.protocol.wire.Bytes;

/** Binary messages as the framework's, and back. */
@Singleton
final class InnerMessages {
  private static final String HOST = "host";

  /** Of a connection, or of the length that the message itself has. */
  private static final Set<String> NOT_IN_A_RESPONSE =
      Set.of(
          "connection",
          "content-length",
          "keep-alive",
          "proxy-connection",
          "transfer-encoding",
          "upgrade");

  private final ConversionService conversion;
  private final NettyHttpServerConfiguration configuration;

  InnerMessages(ConversionService conversion, NettyHttpServerConfiguration configuration) {
    this.conversion = conversion;
    this.configuration = configuration;
  }

  /**
   * The same request as if it had come over a connection, with its trailers left out.
   *
   * @throws IllegalArgumentException if its path can't be read
   */
  NettyHttpRequest<?> request(BinaryRequest request, ChannelHandlerContext connection) {
    HttpHeaders headers = new DefaultHttpHeaders();
    for (Field field : request.fields()) {
      if (!field.name().equals(HOST)) {
        headers.add(field.name(), field.value());
      }
    }
    host(request).forEach(host -> headers.add(HttpHeaderNames.HOST, host));
    if (request.content().length() > 0) {
      headers.set(HttpHeaderNames.CONTENT_LENGTH, request.content().length());
    }
    return new NettyHttpRequest<>(
        new DefaultHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.valueOf(request.method()), request.path(), headers),
        body(request.content(), connection),
        connection,
        conversion,
        configuration);
  }

  /** Bytes: that of every other request. */
  long longestBody() {
    return configuration.getMaxRequestSize();
  }

  /** A request that asks for nothing, for an answer to what is no request. */
  NettyHttpRequest<?> nothing(ChannelHandlerContext connection) {
    return new NettyHttpRequest<>(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"),
        NettyByteBodyFactory.empty(),
        connection,
        conversion,
        configuration);
  }

  static BinaryResponse response(HttpResponse<?> response, byte[] body) {
    List<Field> fields = new ArrayList<>();
    response
        .getHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!NOT_IN_A_RESPONSE.contains(lower)) {
                values.forEach(value -> fields.add(new Field(lower, value)));
              }
            });
    return BinaryResponse.of(response.code(), fields, Bytes.copyOf(body));
  }

  private static List<String> host(BinaryRequest request) {
    return request.authority().isEmpty()
        ? request.fields().stream()
            .filter(field -> field.name().equals(HOST))
            .map(Field::value)
            .toList()
        : List.of(request.authority());
  }

  private CloseableByteBody body(Bytes content, ChannelHandlerContext connection) {
    return content.length() == 0
        ? NettyByteBodyFactory.empty()
        : new NettyByteBodyFactory(connection.channel())
            .adapt(Unpooled.wrappedBuffer(content.toByteArray()));
  }
}
