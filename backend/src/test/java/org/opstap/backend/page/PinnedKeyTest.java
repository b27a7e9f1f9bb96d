package org.opstap.backend.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OPS-21. */
class PinnedKeyTest {
  private static final String KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

  @Test
  void saysNothingOfPagesWithAKey() {
    assertEquals(Optional.empty(), PinnedKey.wrong(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "operator.key.pub", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR"})
  void saysThatPagesWithoutOneTrustNobody(String built) {
    assertTrue(PinnedKey.wrong(built).orElse("").contains("VITE_OPERATOR_KEY"));
  }
}
