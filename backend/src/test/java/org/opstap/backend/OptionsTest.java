package org.opstap.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class OptionsTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, on,  false",
    "::1,       on,  false",
    "localhost, on,  false",
    "0.0.0.0,   on,  true",
    "192.0.2.1, on,  true",
    "0.0.0.0,   off, false",
  })
  void exposesSamplesOnlyBeyondLoopback(String host, String samples, boolean exposed)
      throws Exception {
    var options = CommandLine.populateCommand(new Options(), "--host", host, "--samples", samples);

    assertEquals(exposed, options.exposesSamples());
  }

  @Test
  void rejectsAnOptionThatItDoesNotKnow() {
    assertThrows(
        ParameterException.class, () -> CommandLine.populateCommand(new Options(), "--prot", "80"));
  }
}
