package org.opstap.benchmark.chaos;

/**
 * What a comparison found.
 *
 * @param acknowledged messages
 * @param lost acknowledged, and not read by somebody
 * @param duplicated read twice by somebody, or read and never acknowledged
 * @param disordered read at another sequence than the acknowledged one, before an earlier one of
 *     its writer, or not at the sequence after the one before it
 */
record Verdict(long acknowledged, long lost, long duplicated, long disordered) {
  static final Verdict NOTHING = new Verdict(0, 0, 0, 0);

  Verdict plus(Verdict other) {
    return new Verdict(
        acknowledged + other.acknowledged,
        lost + other.lost,
        duplicated + other.duplicated,
        disordered + other.disordered);
  }

  boolean isClean() {
    return lost == 0 && duplicated == 0 && disordered == 0;
  }

  String toJson() {
    return "{\"chaos\":true,\"acknowledged\":%d,\"lost\":%d,\"duplicated\":%d,\"disordered\":%d}"
        .formatted(acknowledged, lost, duplicated, disordered);
  }
}
