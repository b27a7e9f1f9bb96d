package org.opstap.protocol.ohttp;

/** The names of RFC 9458. */
public final class ObliviousHttp {
  /** Section 9.1: {@link KeyConfigurations}. */
  public static final String KEYS_MEDIA_TYPE = "application/ohttp-keys";

  /** Section 9.2: what {@link SealedRequest} makes and {@link Gateway} opens. */
  public static final String REQUEST_MEDIA_TYPE = "message/ohttp-req";

  /** Section 9.3: what {@link OpenedRequest} makes and {@link SealedRequest} opens. */
  public static final String RESPONSE_MEDIA_TYPE = "message/ohttp-res";

  /** Section 5.3: the problem whose cure is to fetch the key configurations again. */
  public static final String KEY_PROBLEM_TYPE =
      "https://iana.org/assignments/http-problem-types#ohttp-key";

  private ObliviousHttp() {}
}
