package org.opstap.backend.http;

import java.time.Duration;

/**
 * Every limit of the edge with its reason; {@code protocol/spec/limits.md} is the list for readers.
 */
public final class Limits {
  /** Faster than anybody types; stops a flood in one conversation. */
  public static final int APPENDS_A_MINUTE = 60;

  /** More than a phone has ever to begin anew; a device keeps five times as many key packages. */
  public static final int GENERATIONS_AN_HOUR = 20;

  /** One seat can't fill the disk. */
  public static final long UNREAD_BYTES_OF_A_SEAT = 20L * 1024 * 1024;

  /** The largest padded payload with MLS around it. */
  public static final int MESSAGE_BYTES = 64 * 1024;

  /** Three joiners with X-Wing keys. */
  public static final int WELCOME_BYTES = 32 * 1024;

  /**
   * What is kept of a conversation is padded to a multiple of this, so that few lengths are seen.
   */
  public static final int VAULT_UNIT_BYTES = 16 * 1024;

  /** Of a state: a long conversation in words, and the keys that go on with it. */
  public static final int VAULT_UNITS = 6;

  /** What seals a state: a nonce of AES-256-GCM in front, and a tag behind. */
  public static final int VAULT_SEAL_BYTES = 12 + 16;

  /** Of a locator, an access key and its digest. */
  public static final int VAULT_KEY_BYTES = 32;

  /** As many as appends: each brings a state, and each reading another one. */
  public static final int VAULT_WRITES_A_MINUTE = 60;

  /** Deadlines are quarters of an hour: no shorter one can be told. */
  public static final Duration LEAST_SECOND_DEADLINE = Duration.ofMinutes(15);

  /** A short list in memory, however many promises a long night breaks. */
  public static final int WAITING_STEPS_AT_ONCE = 200;

  /** Of a worker's device: a part for each conversation that isn't over, and for its keys. */
  public static final int VAULT_PARTS_A_DEVICE = 2_000;

  /** Of what ended its version stays, some sixty bytes: ten new conversations a day for 8 years. */
  public static final int VAULT_VERSIONS_A_DEVICE = 30_000;

  /** A device that comes to its desk after a weekend reads in all conversations at once. */
  public static final int VAULT_PARTS_A_MINUTE = 600;

  /** What the MLS library handles safely. */
  public static final int OPEN_SEATS = 4;

  /** One for each of the other members. */
  public static final int CAPSULES_AN_APPEND = OPEN_SEATS - 1;

  /** As often as a lively conversation; more would empty a battery, or tell who is written to. */
  public static final int WAKES_AN_HOUR = 60;

  /** Some twenty megabytes; who was woken longest ago is forgotten first. */
  public static final int WOKEN_DEVICES = 100_000;

  /** Of notices that wait for their moment or their turn: a busy two minutes of a node. */
  public static final int WAKES_WAITING = 10_000;

  /** Three members, each just woken elsewhere and with another append: no seat fills the node's. */
  public static final int WAKES_WAITING_OF_A_SEAT = 12;

  /** A push service that is slow holds up no more than these. */
  public static final int WAKES_AT_ONCE = 64;

  /** Of appends that one notice is for: whose capsule is over is told to so many. */
  public static final int WAKES_MERGED = 16;

  /** From the look-up of a push service to its answer. */
  public static final Duration WAKE_TIME = Duration.ofSeconds(15);

  /** As long as push services keep one for a device that is switched off. */
  public static final Duration NOTICE_LIFE = Duration.ofDays(28);

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

  /** Two hundred of the largest requests at once, in the memory of the smallest server. */
  public static final long UNFINISHED_BODY_BYTES = 64L * 1024 * 1024;

  /**
   * Of encapsulated requests that wait to be opened: as much memory as the bodies that are still
   * coming in, if each is of the largest.
   */
  public static final int WAITING_ENCAPSULATIONS = 170;

  /** A stolen session is short. */
  public static final Duration SESSION = Duration.ofMinutes(10);

  /** One round trip. */
  public static final Duration CHALLENGE = Duration.ofSeconds(60);

  /** A person who looks for her key; as long as one use on a node is remembered for certain. */
  public static final Duration PASSKEY_CHALLENGE = Duration.ofMinutes(2);

  /** Pages ask for their conversations every five minutes: one that was missed, and one more. */
  public static final Duration THERE = Duration.ofMinutes(15);

  /** A shift, and not the next one. */
  public static final Duration PRESENCE = Duration.ofHours(12);

  /** Of each part that an authenticator gives: several times the longest without an attestation. */
  public static final int PASSKEY_BYTES = 8 * 1024;

  /** Fetched, solved on a slow phone whose page was put away for a moment, and sent. */
  public static final Duration ADMISSION_CHALLENGE = Duration.ofMinutes(5);

  /**
   * Costs a server less than 10 ms, and a phone, which may do many, no more memory than a picture.
   */
  public static final int ADMISSION_MEMORY_KIB = 4 * 1_024;

  /** One pass over the memory: it's the number of attempts that makes the price. */
  public static final int ADMISSION_MEMORY_PASSES = 1;

  /** Half a minute on a slow phone: a flood makes it dear, never impossible. */
  public static final int ADMISSION_ATTEMPTS = 1_024;

  /** So many tokens issued in a minute double the price; the next so many add as much again. */
  public static final int ADMISSION_CALM_TOKENS = 600;

  /** So many that wait do the same. */
  public static final int ADMISSION_CALM_WAITING = 8;

  /** Two threads check and sign; the rest of the processor is for everybody else. */
  public static final int ADMISSION_CHECKS_AT_ONCE = 2;

  /** Who comes behind these would not be answered in time. */
  public static final int ADMISSION_CHECKS_WAITING = 64;

  /** The rest of {@link org.opstap.backend.database.UnavailableException#PATIENCE} is for work. */
  public static final Duration ADMISSION_PATIENCE = Duration.ofMillis(600);

  /** Three megabytes of the largest. */
  public static final int ADMISSION_RECENT_ANSWERS = 1_024;

  /** An issuer's key signs so much earlier and later than its month: clocks differ. */
  public static final Duration ISSUER_KEY_HANDOVER = Duration.ofHours(1);

  /** As many as a request for tokens gives: the most that a programme asks for a conversation. */
  public static final int TOKENS_A_CONVERSATION = 10;

  /** A card for a group: more are several cards, of which each can be withdrawn. */
  public static final int CARD_USES = 50;

  /** A year, and the weeks until somebody prints new ones. */
  public static final int CARD_DAYS = 400;

  /** A sentence, and what seals it for two readers. */
  public static final int CARD_LABEL_BYTES = 512;

  /** Five sheets of ten. */
  public static final int CARDS_A_REQUEST = 50;

  /** More than a team hands out in a year, and a list that its pages can show. */
  public static final int CARDS_A_PROGRAMME = 2_000;

  /** A lost answer can still be asked for again, and the list says what became of it. */
  public static final int CARD_MEMORY_DAYS = 30;

  /** Fewer uses in a week than this are not shown: they would be single people. */
  public static final int CARD_USES_SHOWN = 5;

  /** Uses by week can be compared with the year before. */
  public static final int CARD_WEEKS = 53;

  /** Every hour of the week by itself, for both duties. */
  public static final int ROSTER_SLOTS = 336;

  /** More programmes than there are to try, some of them twice. */
  public static final int LEADS_OF_A_CONVERSATION = 50;

  /** What a page shows, and more than a year brings to a team. */
  public static final int LEADS_A_LIST = 500;

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

  /** A device that was away for a month of leave, and a few days. */
  public static final int ERASURE_DAYS = 35;

  /** More changes of members than a month has; who is further behind can't follow, and says so. */
  public static final int ERASURE_COMMITS = 100;

  /** Coming back for aftercare. */
  public static final int PSEUDONYM_MONTHS = 24;

  /** A phone that opened a seat and never wrote; its key opens a new one. */
  public static final int UNUSED_PSEUDONYM_DAYS = 30;

  /** Proxies and phones drop a silent connection after half a minute. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private Limits() {}
}
