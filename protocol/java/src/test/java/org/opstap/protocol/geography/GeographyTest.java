package org.opstap.protocol.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeographyTest {
  private static final Geography GEOGRAPHY = Geography.bundled();
  private static final MunicipalityCode WIJDEMEREN = new MunicipalityCode("GM1696");

  @Test
  void hasAllMunicipalities() {
    assertEquals(342, GEOGRAPHY.municipalities().size());
  }

  @Test
  void followsAMergerFromItsDayOn() {
    assertEquals(Optional.of("Wijdemeren"), nameOn(LocalDate.of(2026, 12, 31)));
    assertEquals(Optional.of("Hilversum"), nameOn(LocalDate.of(2027, 1, 1)));
  }

  @Test
  void knowsNothingOfOtherCodes() {
    assertTrue(GEOGRAPHY.on(LocalDate.EPOCH, new MunicipalityCode("GM9999")).isEmpty());
  }

  @Test
  void roundsRootsDown() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      long root = random.nextLong(1L << 26);
      assertEquals(root, Geography.floorOfRoot(root * root));
      assertEquals(root, Geography.floorOfRoot(root * root + 2 * root));
    }
  }

  private static Optional<String> nameOn(LocalDate day) {
    return GEOGRAPHY.on(day, WIJDEMEREN).map(Municipality::name);
  }
}
