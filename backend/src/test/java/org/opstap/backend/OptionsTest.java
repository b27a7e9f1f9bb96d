package org.opstap.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class OptionsTest {
  private static final String NAMES = " --phone-host hallo.example --team-host team.example:8443";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--host 127.0.0.1",
        "--host ::1 --port 0",
        "--host localhost --port 65535",
        "--host 0.0.0.0 --samples off" + NAMES,
        "--samples off" + NAMES,
        "--db-url jdbc:mariadb://db.example/opstap",
        "--nats-url nats://nats.example",
        "--nats-url tls://user:secret@[::1]:4222",
        "--management-port 0 --port 0",
        "--management-port 9090",
        "--admission-attempts 1",
        "--admission-attempts 1024",
        "--relay https://relay.example --relay http://localhost:8081",
        "--test-clock ahead.txt",
        "--push-hosts push.example.com,*.notify.example.com",
        "--test-push-service localhost:8443",
        "--firebase-credentials pom.xml",
      })
  void takesWhatCanBe(String line) {
    assertEquals("", mistake(line));
  }

  @Test
  void saysWhereBrowsersFindThePages() {
    assertEquals("https://hallo.example", options(NAMES).phoneOrigin(8080));
    assertEquals("https://team.example:8443", options(NAMES).teamOrigin(8080));
    assertEquals("http://localhost:8080", options("--port 0").phoneOrigin(8080));
    assertEquals(
        "http://team.localhost:8080",
        options("--phone-host a.localhost:8080 --team-host team.localhost:8080").teamOrigin(8080));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--host 0.0.0.0" + NAMES, "--host 192.0.2.1" + NAMES, "--host ::" + NAMES})
  void keepsSamplesOnLoopback(String line) {
    assertTrue(mistake(line).contains("--samples off"), mistake(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--host 0.0.0.0 --samples off",
        "--phone-host hallo.example",
        "--team-host hallo.example",
        "--phone-host hallo.example --team-host Hallo.example",
        "--phone-host https://hallo.example --team-host team.example",
        "--phone-host hallo.example/x --team-host team.example",
        "--phone-host hallo.example --team-host -",
      })
  void wantsANameForPhonesAndOneForTeams(String line) {
    assertTrue(mistake(line).contains("--phone-host"), mistake(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--samples off", "--samples off --host 0.0.0.0" + NAMES})
  void movesTheClockOfNoServerThatPeopleUse(String line) {
    assertTrue(mistake(line + " --test-clock ahead.txt").startsWith("--test-clock: "));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_025})
  void refusesAPriceThatIsNone(int attempts) {
    assertTrue(mistake("--admission-attempts " + attempts).startsWith("--admission-attempts: "));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -5, 65_536, 99_999})
  void refusesAPortThatIsNone(int port) {
    assertTrue(mistake("--port " + port).startsWith("--port: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "8080"})
  void refusesAManagementPortThatIsNoneOrTaken(String port) {
    assertTrue(mistake("--management-port " + port).startsWith("--management-port: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--relay http://relay.example",
        "--relay https://relay.example/ohttp",
        "--relay localhost:8081",
        "--relay https://relay.example --samples off" + NAMES,
      })
  void refusesARelayThatNoReleaseCouldName(String line) {
    assertTrue(mistake(line).startsWith("--relay: "), mistake(line));
  }

  @Test
  void signsTheListOfItsPagesItselfWithSamples() {
    assertTrue(mistake("--release x.json").startsWith("--release: "));
    assertEquals("", mistake("--release x.json --samples off" + NAMES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://canary", "nats://", "nats://a:canary@", "canary", "nats://a b"})
  void repeatsNothingOfANatsAddressThatIsNone(String url) {
    String mistake =
        CommandLine.populateCommand(new Options(), "--nats-url", url).mistake().orElse("");

    assertTrue(mistake.startsWith("--nats-url: "), mistake);
    assertFalse(mistake.contains("canary"), mistake);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mariadb://root:canary@db/opstap", "jdbc:mariadb:canary", "canary", ""})
  void repeatsNothingOfADatabaseAddressThatIsNone(String url) {
    var options = CommandLine.populateCommand(new Options(), "--db-url", url);

    String mistake = options.mistake().orElse("");

    assertTrue(mistake.startsWith("--db-url: "), mistake);
    assertFalse(mistake.contains("canary"), mistake);
  }

  @Test
  void refusesAnOptionThatItDoesNotKnow() {
    assertThrows(
        ParameterException.class, () -> CommandLine.populateCommand(new Options(), "--prot", "80"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--push-hosts *",
        "--push-hosts *.com",
        "--push-hosts 127.0.0.1",
        "--push-hosts localhost",
        "--push-hosts https://push.example.com",
        "--test-push-service push.example:443",
        "--test-push-service localhost:8443 --samples off" + NAMES,
        "--firebase-credentials not-there.json",
      })
  void refusesOptionsOfPushThatCanNotBe(String line) {
    assertTrue(mistake(line).startsWith(line.split(" ", -1)[0] + ": "), mistake(line));
  }

  private static String mistake(String line) {
    return options(line).mistake().orElse("");
  }

  private static Options options(String line) {
    return CommandLine.populateCommand(new Options(), line.strip().split(" "));
  }
}
