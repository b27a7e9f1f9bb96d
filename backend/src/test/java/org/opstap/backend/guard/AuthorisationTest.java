package org.opstap.backend.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.staff.StaffService;

/** Holds the router and the running server against authorisation.md. */
@MicronautTest(transactional = false)
class AuthorisationTest implements TestDatabase {
  private static final List<String> CALLERS =
      List.of("nobody", "seeker, own", "seeker, other", "device, own", "device, other");

  @Inject EmbeddedServer server;
  @Inject StaffService staff;
  @Inject DirectoryService directory;
  @Inject Router router;

  private AuthorisationFixture fixture;

  @BeforeAll
  void signEverybodyIn() {
    fixture = new AuthorisationFixture(new TestHttp(server.getURI()), staff, directory);
  }

  @Test
  void everyRouteHasItsLineAndEveryLineItsRoute() {
    var routes = new TreeSet<String>();
    router
        .uriRoutes()
        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
        .forEach(
            route ->
                routes.add(
                    route.getHttpMethodName()
                        + " "
                        + route.getUriMatchTemplate().toString().replaceAll("\\{\\?.*}", "")));

    var lines = new TreeSet<String>();
    table().forEach(row -> lines.add(row.get(0) + " " + row.get(1)));
    assertEquals(lines, routes);
  }

  @Test
  void everyCellIsWhatTheServerAnswers() {
    List<String> otherwise = new ArrayList<>();
    for (List<String> row : table()) {
      for (int i = 0; i < CALLERS.size(); i++) {
        String answer = fixture.request(CALLERS.get(i), row.get(0), row.get(1));
        if (!answer.equals(row.get(3 + i))) {
          otherwise.add("%s %s, %s: %s".formatted(row.get(0), row.get(1), CALLERS.get(i), answer));
        }
      }
    }

    assertEquals(List.of(), otherwise);
  }

  @Test
  void aColleagueReadsAndDoesNotWrite() {
    String device = "/v1/devices/" + fixture.deviceOwn().holder();

    assertEquals(200, fixture.colleague().get(device).status());
    TestHttp.Answer duty = fixture.colleague().put(device + "/duty", Map.of("duty", "off"));
    assertEquals("not-found", duty.problem());
    TestHttp.Answer packages =
        fixture.colleague().post(device + "/key-packages", Map.of("keyPackages", List.of()));
    assertEquals("not-found", packages.problem());
  }

  @Test
  void listsShowOnlyOwnSeats() {
    assertFalse(
        fixture.seekerOther().get("/v1/conversations").body().contains(fixture.conversation()));
    assertFalse(
        fixture.deviceOther().get("/v1/conversations").body().contains(fixture.conversation()));
  }

  private static List<List<String>> table() {
    List<List<String>> rows =
        MarkdownTable.read("authorisation.md", "method", "route", "host", "nobody");
    assertFalse(rows.isEmpty());
    return rows;
  }
}
