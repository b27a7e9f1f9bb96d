package org.opstap.protocol.bhttp;

/** What requests and responses have in common. */
public final class BinaryHttp {
  /** RFC 9292 section 7. */
  public static final String MEDIA_TYPE = "message/bhttp";

  /** Of a section; several times what is ever sent. Bounds what a message of tiny fields costs. */
  public static final int MAXIMUM_FIELDS = 64;

  private BinaryHttp() {}
}
