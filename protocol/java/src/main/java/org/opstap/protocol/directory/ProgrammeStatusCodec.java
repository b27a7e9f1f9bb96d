package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.Capacity;
import org.opstap.protocol.wire.MalformedDocumentException;
import org.opstap.protocol.wire.Members;

/** The payload of a status as JSON (DIR-16 to DIR-18, DIR-25, DIR-28). */
final class ProgrammeStatusCodec {
  static final int MAX_LENGTH = 1 << 16;

  /** Statuses from before there was a price don't have these two. */
  private static final String TOKENS = "tokensPerConversation";

  private static final String CARDS_ONLY = "cardsOnly";

  /** Statuses from before there were holidays don't have it. */
  private static final String CLOSED_ON = "closedOn";

  private static final int MAX_INTERVALS = 200;
  private static final int MAX_CLOSED_DAYS = 60;
  private static final int MAX_WEEKS = 520;
  private static final int MAX_TOKENS = 10;
  private static final int MAX_REVOKED = 1000;

  private ProgrammeStatusCodec() {}

  static ProgrammeStatus decode(Members members) {
    return new ProgrammeStatus(
        Members.parse(members.text("programme", 40), ProgrammeId::parse),
        members.integer("number", 1, Integer.MAX_VALUE),
        members.instant("validUntil"),
        hours(members.list("openingHours", MAX_INTERVALS, ProgrammeStatusCodec::interval)),
        members.has(CLOSED_ON) ? closedOn(members) : List.of(),
        ProgrammeCodec.code(Capacity.class, members.text("capacity", 20)),
        members.integer("weeksWaiting", 0, MAX_WEEKS),
        members.has(TOKENS) ? members.integer(TOKENS, 1, MAX_TOKENS) : 1,
        members.has(CARDS_ONLY) && members.flag(CARDS_ONLY),
        members.list("revokedDevices", MAX_REVOKED, ProgrammeStatusCodec::device));
  }

  private static List<LocalDate> closedOn(Members members) {
    List<LocalDate> days =
        members.list(
            CLOSED_ON,
            MAX_CLOSED_DAYS,
            day -> Members.parse(Members.textOf(day, 10), LocalDate::parse));
    for (int i = 1; i < days.size(); i++) {
      Members.require(days.get(i - 1).isBefore(days.get(i)));
    }
    return days;
  }

  static ObjectNode encode(ProgrammeStatus status) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("programme", status.programme().toString())
        .put("number", status.number())
        .put("validUntil", status.validUntil().toString())
        .put("capacity", status.capacity().code())
        .put("weeksWaiting", status.weeksWaiting())
        .put(TOKENS, status.tokensPerConversation())
        .put(CARDS_ONLY, status.cardsOnly());
    ArrayNode hours = node.putArray("openingHours");
    status
        .openingHours()
        .intervals()
        .forEach(interval -> hours.addArray().add(interval.from()).add(interval.to()));
    ProgrammeCodec.texts(node, CLOSED_ON, status.closedOn());
    ProgrammeCodec.texts(node, "revokedDevices", status.revokedDevices());
    return node;
  }

  private static OpeningHours hours(List<OpeningHours.Interval> intervals) {
    try {
      return new OpeningHours(intervals);
    } catch (IllegalArgumentException e) {
      throw new MalformedDocumentException();
    }
  }

  private static OpeningHours.Interval interval(JsonNode node) {
    List<Integer> ends =
        Members.listOf(node, 2, end -> Members.integerOf(end, 0, OpeningHours.MINUTES_PER_WEEK));
    Members.require(ends.size() == 2);
    return new OpeningHours.Interval(ends.get(0), ends.get(1));
  }

  private static DeviceId device(JsonNode node) {
    return Members.parse(Members.textOf(node, 40), DeviceId::parse);
  }
}
