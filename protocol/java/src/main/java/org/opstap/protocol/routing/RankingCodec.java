package org.opstap.protocol.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A ranking as JSON, in the form that the TypeScript ranking has by itself. */
public final class RankingCodec {
  private RankingCodec() {}

  public static ObjectNode encode(Ranking ranking) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode programmes = node.putArray("programmes");
    for (RankedProgramme ranked : ranking.programmes()) {
      ObjectNode entry = programmes.addObject();
      entry.put("programme", ranked.programme().toString());
      entry.put("answersWithin", ranked.answersWithin());
      ArrayNode reasons = entry.putArray("reasons");
      ranked.reasons().forEach(reason -> reasons.add(encode(reason)));
    }
    ArrayNode excluded = node.putArray("excluded");
    for (ExcludedProgramme entry : ranking.excluded()) {
      ObjectNode object = excluded.addObject().put("programme", entry.programme().toString());
      ArrayNode conditions = object.putArray("conditions");
      entry.conditions().forEach(condition -> conditions.add(condition.code()));
    }
    return node;
  }

  private static ObjectNode encode(Reason reason) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (reason instanceof Reason.CoversMunicipality) {
      return node.put("code", "covers-municipality");
    } else if (reason instanceof Reason.Near near) {
      return node.put("code", "near").put("metres", near.metres());
    } else if (reason instanceof Reason.NationalFallback) {
      return node.put("code", "national-fallback");
    } else if (reason instanceof Reason.OpenNow) {
      return node.put("code", "open-now");
    } else if (reason instanceof Reason.OpensIn opens) {
      return node.put("code", "opens-in").put("minutes", opens.minutes());
    } else if (reason instanceof Reason.HoursUnknown) {
      return node.put("code", "hours-unknown");
    } else if (reason instanceof Reason.WaitingList list) {
      return node.put("code", "waiting-list").put("weeks", list.weeks());
    } else if (reason instanceof Reason.AvailabilityUnknown) {
      return node.put("code", "availability-unknown");
    } else if (reason instanceof Reason.NotTaking) {
      return node.put("code", "not-taking");
    } else if (reason instanceof Reason.SpeaksLanguage speaks) {
      ArrayNode languages = node.put("code", "speaks-language").putArray("languages");
      speaks.languages().forEach(language -> languages.add(language.code()));
      return node;
    }
    throw new AssertionError("a reason of an unknown kind");
  }
}
