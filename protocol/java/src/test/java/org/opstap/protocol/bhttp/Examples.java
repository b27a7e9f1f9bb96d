package org.opstap.protocol.bhttp;

import java.util.List;
import org.opstap.protocol.wire.Bytes;

/** The examples of RFC 9292 section 5, and what they mean. */
final class Examples {
  /** Section 5.1, of known length, with two empty parts at its end. */
  static final Bytes REQUEST =
      hex(
          """
          0003474554056874747073000a2f68656c6c6f2e747874406c0a757365722d61
          67656e74346375726c2f372e31362e33206c69626375726c2f372e31362e3320
          4f70656e53534c2f302e392e376c207a6c69622f312e322e3304686f73740f77
          77772e6578616d706c652e636f6d0f6163636570742d6c616e67756167650665
          6e2c206d690000
          """);

  /** Section 5.1, of indeterminate length, with ten bytes of padding. */
  static final Bytes INDETERMINATE_REQUEST =
      hex(
          """
          0203474554056874747073000a2f68656c6c6f2e7478740a757365722d616765
          6e74346375726c2f372e31362e33206c69626375726c2f372e31362e33204f70
          656e53534c2f302e392e376c207a6c69622f312e322e3304686f73740f777777
          2e6578616d706c652e636f6d0f6163636570742d6c616e677561676506656e2c
          206d6900000000000000000000000000
          """);

  static final BinaryRequest REQUEST_READ =
      new BinaryRequest(
          "GET",
          "https",
          "",
          "/hello.txt",
          List.of(
              new Field("user-agent", "curl/7.16.3 libcurl/7.16.3 OpenSSL/0.9.7l zlib/1.2.3"),
              new Field("host", "www.example.com"),
              new Field("accept-language", "en, mi")),
          Bytes.empty(),
          List.of());

  /** Section 5.2, of indeterminate length, with two informational responses. */
  static final Bytes INDETERMINATE_RESPONSE =
      hex(
          """
          0340660772756e6e696e670a22736c65657020313522004067046c696e6b233c
          2f7374796c652e6373733e3b2072656c3d7072656c6f61643b2061733d737479
          6c65046c696e6b243c2f7363726970742e6a733e3b2072656c3d7072656c6f61
          643b2061733d7363726970740040c804646174651d4d6f6e2c203237204a756c
          20323030392031323a32383a353320474d540673657276657206417061636865
          0d6c6173742d6d6f6469666965641d5765642c203232204a756c203230303920
          31393a31353a353620474d5404657461671422333461613338372d642d313536
          3865623030220d6163636570742d72616e6765730562797465730e636f6e7465
          6e742d6c656e67746802353104766172790f4163636570742d456e636f64696e
          670c636f6e74656e742d747970650a746578742f706c61696e003348656c6c6f
          20576f726c6421204d7920636f6e74656e7420696e636c756465732061207472
          61696c696e672043524c462e0d0a0000
          """);

  static final BinaryResponse INDETERMINATE_RESPONSE_READ =
      new BinaryResponse(
          List.of(
              new InformationalResponse(102, List.of(new Field("running", "\"sleep 15\""))),
              new InformationalResponse(
                  103,
                  List.of(
                      new Field("link", "</style.css>; rel=preload; as=style"),
                      new Field("link", "</script.js>; rel=preload; as=script")))),
          200,
          List.of(
              new Field("date", "Mon, 27 Jul 2009 12:28:53 GMT"),
              new Field("server", "Apache"),
              new Field("last-modified", "Wed, 22 Jul 2009 19:15:56 GMT"),
              new Field("etag", "\"34aa387-d-1568eb00\""),
              new Field("accept-ranges", "bytes"),
              new Field("content-length", "51"),
              new Field("vary", "Accept-Encoding"),
              new Field("content-type", "text/plain")),
          Bytes.utf8("Hello World! My content includes a trailing CRLF.\r\n"),
          List.of());

  /** Section 5.2, of known length, with a trailer. */
  static final Bytes RESPONSE =
      hex(
          """
          0140c8001d5468697320636f6e74656e7420636f6e7461696e732043524c462e
          0d0a0d07747261696c65720474657874
          """);

  static final BinaryResponse RESPONSE_READ =
      new BinaryResponse(
          List.of(),
          200,
          List.of(),
          Bytes.utf8("This content contains CRLF.\r\n"),
          List.of(new Field("trailer", "text")));

  private Examples() {}

  private static Bytes hex(String text) {
    return Bytes.fromHex(text.replaceAll("\\s", ""));
  }
}
