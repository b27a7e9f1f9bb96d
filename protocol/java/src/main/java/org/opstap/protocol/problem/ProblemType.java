package org.opstap.protocol.problem;

import java.util.Locale;
import java.util.Optional;
import org.opstap.protocol.ohttp.ObliviousHttp;

/**
 * Every problem that an answer can carry: its slug, its HTTP status and one fixed title (PRB-1).
 */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request is not of the form that this route takes."),
  MALFORMED_IDENTIFIER(400, "An identifier in the request is not one."),
  MALFORMED_MESSAGE(400, "The message is not an MLS message of a kind that is taken here."),
  GROUP_MISMATCH(400, "The message belongs to another group."),
  MESSAGE_NOT_PADDED(400, "The message is not padded to one of the agreed lengths."),
  KEY_PACKAGE_INVALID(400, "A key package is not one of this device."),
  ADMISSION_CHALLENGE_INVALID(400, "The challenge is not one of this server. Ask for a new one."),
  ENCAPSULATION_MALFORMED(400, "The encapsulated request is malformed, cut off or too long."),
  OHTTP_KEY(400, "The gateway has no such key. Fetch its keys again."),
  BINARY_HTTP_MALFORMED(400, "The binary HTTP message is malformed, cut off or too long."),
  SIGNATURE_MISSING(401, "The request has to be signed."),
  SIGNATURE_INVALID(401, "The signature does not hold."),
  SESSION_EXPIRED(401, "The session is over. Mint a new one."),
  CHALLENGE_EXPIRED(401, "The challenge is over. Ask for a new one."),
  CLOCK_SKEW(401, "The clocks differ by more than a minute. Use the server's time."),
  REPLAYED(401, "This request was seen before."),
  TOKEN_MISSING(401, "This takes a token."),
  TOKEN_INVALID(401, "The token is none that counts here. Use another one."),
  TOKEN_SPENT(401, "The token was spent before. Use another one."),
  SEAT_MOVED(401, "The seat moved to another phone."),
  PASSKEY_NEEDED(401, "A passkey has to show again that its person is there."),
  NOT_FOR_THIS_ROLE(403, "This is for another role."),
  FOREIGN_ORIGIN(403, "Pages of other origins can't ask here."),
  DIRECT_ONLY(403, "This is not answered through the gateway."),
  WELCOME_NOT_CLAIMED(403, "The welcome is for a key package that was not claimed for this."),
  INVITATION_INVALID(403, "The invitation is unknown, used or expired. Ask for a new one."),
  PASSKEY_MISSING(403, "This programme lets devices in with a passkey alone."),
  PASSKEY_REFUSED(403, "The passkey is none that counts here. Try again with a new challenge."),
  ADMISSION_MISSING(403, "Tokens are given for a solved challenge or a card. Show one."),
  ADMISSION_CHALLENGE_EXPIRED(403, "The challenge is over. Ask for a new one."),
  ADMISSION_WORK_INVALID(403, "The solution is none for this request. Solve it again."),
  CARD_INVALID(403, "The card does not count: it is unknown, withdrawn or over."),
  CARD_USED_UP(403, "The card is used up."),
  CONVERSATION_COSTS_MORE(403, "A conversation with this programme costs more now."),
  NOT_FOUND(404, "There is nothing here."),
  CONVERSATION_NOT_FOUND(404, "There is no such conversation."),
  VAULT_NOT_FOUND(404, "There is no such vault."),
  LEAD_NOT_FOUND(404, "There is no such lead."),
  METHOD_NOT_ALLOWED(405, "This route does not take that method."),
  NOT_ACCEPTABLE(406, "This route does not answer in that form."),
  EPOCH_CONFLICT(409, "The conversation has moved on. Fetch, and try again."),
  APPEND_NUMBER_TAKEN(409, "This append number was used before."),
  APPEND_NUMBER_AHEAD(409, "An append number was left out."),
  ALREADY_CLAIMED(409, "A colleague was first."),
  NOT_FIXED_CONTACT(409, "Only the fixed contact passes that place on."),
  NOT_A_MEMBER(409, "That device has no seat in this conversation."),
  CONVERSATION_EXISTS(409, "This pseudonym has a conversation with another programme."),
  PROGRAMME_UNAVAILABLE(409, "This programme takes no conversations."),
  NOBODY_ON_DUTY(409, "Nobody of this programme can be reached. Choose the next one."),
  REMOVAL_OWED(409, "Somebody has to be removed first."),
  GROUP_FULL(409, "The conversation has no seat left."),
  STOCK_FULL(409, "There are enough key packages."),
  STATUS_REFUSED(409, "The status is not newer, or its signature does not hold."),
  PROPOSAL_REFUSED(
      409, "The proposal is not newer, its signature does not hold, or no release could say it."),
  SOCIAL_MAP_REFUSED(409, "The social map is not newer, or its signature does not hold."),
  CARD_EXISTS(409, "There is another card with this digest."),
  CARDS_FULL(409, "There are enough cards."),
  ROSTER_CHANGED(409, "The roster was changed. Read it again, and write the version after it."),
  VAULT_VERSION(409, "The vault has another version. Write the one after it."),
  VAULT_LOCATOR_TAKEN(409, "Another vault has this locator. Choose another one."),
  VAULT_FULL(409, "The vault has as many parts as it can have."),
  SEAT_KEY_TAKEN(409, "This key is, or was, that of a seat. Make a new one."),
  WORKER_HAS_DEVICE(409, "She has an active device. It has to be cut off first."),
  CREDENTIAL_REFUSED(409, "The credential is none that phones take for this device."),
  LEAD_OPEN(409, "Another lead of this conversation is open."),
  LEAD_MOVED(409, "The lead is in a state in which this can't be done."),
  LEADS_FULL(409, "The conversation has had as many leads as it can have."),
  TOO_LARGE(413, "The request is too large."),
  UNSUPPORTED_MEDIA_TYPE(415, "This route does not take that content type."),
  MISDIRECTED_REQUEST(421, "This server has another name."),
  TOKEN_REQUEST_MALFORMED(422, "This asks for no token that is issued here."),
  ISSUER_KEY_UNKNOWN(
      422, "No key that signs now has this number. Read the issuer's directory again."),
  ROSTER_OVERLAP(422, "Two have the same duty at once, or one has both."),
  ROSTER_WORKER_UNKNOWN(422, "Somebody on the roster has no device of this programme."),
  RATE_LIMITED(429, "Too many requests. Wait, and try again."),
  BACKLOG_FULL(429, "Too much that was sent has not been fetched yet. Wait, and try again."),
  INTERNAL(500, "Something went wrong here."),
  UNAVAILABLE(503, "Not available for a moment. Try again.");

  private static final String URN = "urn:opstap:problem:";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** One fixed sentence in English. */
  public String title() {
    return title;
  }

  /** The name in {@code problems.md}, such as {@code epoch-conflict}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The value of the member {@code type}: a URN of the slug, but for the one problem that clients
   * of every gateway know by the address that RFC 9458 gives it.
   */
  public String type() {
    return this == OHTTP_KEY ? ObliviousHttp.KEY_PROBLEM_TYPE : URN + slug();
  }

  /** The problem that a bare HTTP status stands for, where no feature said more. */
  public static Optional<ProblemType> ofStatus(int status) {
    return switch (status) {
      case 400 -> Optional.of(MALFORMED_REQUEST);
      case 401 -> Optional.of(SIGNATURE_MISSING);
      case 403 -> Optional.of(NOT_FOR_THIS_ROLE);
      case 404 -> Optional.of(NOT_FOUND);
      case 405 -> Optional.of(METHOD_NOT_ALLOWED);
      case 406 -> Optional.of(NOT_ACCEPTABLE);
      case 413 -> Optional.of(TOO_LARGE);
      case 415 -> Optional.of(UNSUPPORTED_MEDIA_TYPE);
      case 421 -> Optional.of(MISDIRECTED_REQUEST);
      case 429 -> Optional.of(RATE_LIMITED);
      case 503 -> Optional.of(UNAVAILABLE);
      default -> Optional.empty();
    };
  }
}
