package org.opstap.backend.http;

import java.time.Duration;

/**
 * Every limit of the edge with its reason; {@code protocol/spec/limits.md} is the list for readers.
 */
public final class Limits {
  /** Faster than anybody types; stops a flood in one conversation. */
  public static final int APPENDS_A_MINUTE = 60;

  /** One seat can't fill the disk. */
  public static final long UNREAD_BYTES_OF_A_SEAT = 20L * 1024 * 1024;

  /** The largest padded payload with MLS around it. */
  public static final int MESSAGE_BYTES = 64 * 1024;

  /** Three joiners with X-Wing keys. */
  public static final int WELCOME_BYTES = 32 * 1024;

  /** What the MLS library handles safely. */
  public static final int OPEN_SEATS = 4;

  /** Keeps the request under the limit of a body. */
  public static final int KEY_PACKAGES_A_REQUEST = 32;

  /** Six times a package of the one suite; the column holds four times that. */
  public static final int KEY_PACKAGE_BYTES = 16 * 1024;

  /** A day of new conversations. */
  public static final int KEY_PACKAGES_A_DEVICE = 100;

  /** A phone's memory. */
  public static final int ENTRIES_A_PAGE = 100;

  /** A phone's memory. */
  public static final int BYTES_A_PAGE = 1024 * 1024;

  /**
   * No identity to count by: shared by everybody, it protects signature checks and the growth of
   * tables.
   */
  public static final int OPEN_REQUESTS_A_SECOND = 500;

  /** A team that opens its pages in the same moment. */
  public static final int OPEN_REQUESTS_AT_ONCE = 2_000;

  /** The largest request over the slowest network that phones have, and a page that is at rest. */
  public static final Duration REQUEST_TIME = Duration.ofSeconds(60);

  /** Whoever still sends after an answer has this long to read it. */
  public static final Duration ANSWERED_REQUEST_TIME = Duration.ofSeconds(2);

  /** Three hundred of the largest requests at once, in the memory of the smallest server. */
  public static final long UNFINISHED_BODY_BYTES = 64L * 1024 * 1024;

  /** A stolen session is short. */
  public static final Duration SESSION = Duration.ofMinutes(10);

  /** One round trip. */
  public static final Duration CHALLENGE = Duration.ofSeconds(60);

  /** An issuer's key signs so much earlier and later than its month: clocks differ. */
  public static final Duration ISSUER_KEY_HANDOVER = Duration.ofHours(1);

  /** Bounds the memory for nonces. */
  public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** Two sided clock skew: a request may come again for this long. */
  public static final Duration NONCE_MEMORY = CLOCK_SKEW.multipliedBy(2);

  /** About 200 MB at worst. */
  public static final int NONCES = 1_000_000;

  /** A forgotten paper is worthless. */
  public static final Duration INVITATION = Duration.ofHours(72);

  /** What nobody fetched. */
  public static final int ENTRY_DAYS = 30;

  /** Coming back for aftercare. */
  public static final int PSEUDONYM_MONTHS = 24;

  /** A phone that opened a seat and never wrote; its key opens a new one. */
  public static final int UNUSED_PSEUDONYM_DAYS = 30;

  /** Proxies and phones drop a silent connection after half a minute. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private Limits() {}
}
