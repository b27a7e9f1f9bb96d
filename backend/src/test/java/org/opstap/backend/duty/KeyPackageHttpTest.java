package org.opstap.backend.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.wire.Bytes;

/** Key packages that devices publish: KPK-1 to KPK-4. */
@MicronautTest(transactional = false)
class KeyPackageHttpTest implements TestDatabase {
  @Inject TestServer server;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
  }

  @Test
  void takesKeyPackagesOfTheDevice() {
    TestTeam worker = server.worker();

    TestHttp.Answer published = publish(worker, worker.keyPackage(), worker.keyPackage());

    assertEquals(200, published.status());
    assertEquals("{\"stock\":4,\"lastResort\":true}", published.body());
  }

  @Test
  void refusesAPackageWithAnotherSignatureKey() {
    TestTeam worker = server.worker();
    Bytes foreign = TestMls.keyPackage(server.worker().signatureKey(), worker.credential());

    TestHttp.Answer refused = publish(worker, worker.keyPackage(), foreign);

    assertProblem("key-package-invalid", refused);
    assertEquals(2, worker.show().json().get("stock").intValue());
  }

  @Test
  void refusesAPackageWithAnotherCredential() {
    TestTeam worker = server.worker();
    Bytes foreign = TestMls.keyPackage(worker.signatureKey(), server.worker().credential());

    TestHttp.Answer refused = publish(worker, foreign);

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void refusesAPackageOfAnotherCipherSuite() {
    TestTeam worker = server.worker();
    Bytes other = TestMls.keyPackage(1, worker.signatureKey(), worker.credential());

    TestHttp.Answer refused = publish(worker, other);

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void refusesAPackageWithSomethingBehindIt() {
    TestTeam worker = server.worker();
    Bytes longer = Bytes.concat(worker.keyPackage(), Bytes.copyOf(new byte[1]));

    TestHttp.Answer refused = publish(worker, longer);

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void refusesALastResortThatIsNotTheDevices() {
    TestTeam worker = server.worker();
    String foreign = server.worker().keyPackage().toBase64Url();

    TestHttp.Answer refused =
        worker.publish(Map.of("keyPackages", List.of(), "lastResort", foreign));

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void takes32PackagesInARequest() {
    TestTeam worker = server.worker();

    TestHttp.Answer published = publish(worker, packages(worker, 32));

    assertEquals("{\"stock\":34,\"lastResort\":true}", published.body());
  }

  @Test
  void refuses33PackagesInARequest() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = publish(worker, packages(worker, 33));

    assertProblem("malformed-request", refused);
  }

  @Test
  void keepsNoMoreThan100PackagesOfADevice() {
    TestTeam worker = withStockOf100();

    TestHttp.Answer refused = publish(worker, worker.keyPackage());

    assertProblem("stock-full", refused);
    assertEquals(100, worker.show().json().get("stock").intValue());
  }

  @Test
  void countsAPackageThatIsPublishedTwiceOnce() {
    TestTeam worker = server.worker();
    Bytes keyPackage = worker.keyPackage();
    publish(worker, keyPackage);

    TestHttp.Answer again = publish(worker, keyPackage, keyPackage);

    assertEquals("{\"stock\":3,\"lastResort\":true}", again.body());
  }

  @Test
  void takesARetryThatFilledTheStock() {
    TestTeam worker = server.worker();
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 30));
    Bytes[] last = packages(worker, 4);
    publish(worker, last);

    TestHttp.Answer again = publish(worker, last);

    assertEquals("{\"stock\":100,\"lastResort\":true}", again.body());
  }

  @Test
  void replacesALastResort() {
    TestTeam worker = server.workerWithoutPackages();
    Bytes second = worker.keyPackage();
    worker.publish(
        Map.of("keyPackages", List.of(), "lastResort", worker.keyPackage().toBase64Url()));
    worker.publish(Map.of("keyPackages", List.of(), "lastResort", second.toBase64Url()));

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(List.of(second.toBase64Url()), messages(claimed));
  }

  @Test
  void putsNoUsedPackageBackIntoStock() {
    TestTeam worker = server.workerWithoutPackages();
    Map<String, ?> published =
        Map.of(
            "keyPackages",
            List.of(worker.keyPackage().toBase64Url()),
            "lastResort",
            worker.keyPackage().toBase64Url());
    worker.publish(published);
    server.conversation().begin(1, 1);

    TestHttp.Answer again = worker.publish(published);

    assertEquals(0, again.json().get("stock").intValue(), again.body());
    assertEquals(true, again.json().get("lastResort").booleanValue(), again.body());
  }

  @Test
  void refusesALastResortThatWasOneBefore() {
    TestTeam worker = server.workerWithoutPackages();
    Bytes first = worker.keyPackage();
    Bytes second = worker.keyPackage();
    worker.publish(Map.of("keyPackages", List.of(), "lastResort", first.toBase64Url()));
    worker.publish(Map.of("keyPackages", List.of(), "lastResort", second.toBase64Url()));

    TestHttp.Answer refused =
        worker.publish(Map.of("keyPackages", List.of(), "lastResort", first.toBase64Url()));

    assertProblem("key-package-invalid", refused);
    assertEquals(List.of(second.toBase64Url()), messages(server.conversation().claim(1)));
  }

  private TestTeam withStockOf100() {
    TestTeam worker = server.worker();
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 2));
    return worker;
  }

  private static Bytes[] packages(TestTeam worker, int count) {
    return IntStream.range(0, count).mapToObj(i -> worker.keyPackage()).toArray(Bytes[]::new);
  }

  private static TestHttp.Answer publish(TestTeam worker, Bytes... packages) {
    List<String> texts = new ArrayList<>();
    for (Bytes keyPackage : packages) {
      texts.add(keyPackage.toBase64Url());
    }
    return worker.publish(Map.of("keyPackages", texts));
  }

  private static List<String> messages(TestHttp.Answer claim) {
    return claim
        .json()
        .get("keyPackages")
        .valueStream()
        .map(claimed -> claimed.get("message").asText())
        .toList();
  }
}
