package org.opstap.backend.client;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opstap.backend.staff.Invited;
import org.opstap.backend.staff.Role;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** A worker's device of a sample programme, with its credential and key packages published. */
public final class TestTeam {
  private final TestSeat seat;
  private final ProgrammeId programme;
  private final Bytes signatureKey;
  private final Bytes credential;

  private TestTeam(TestSeat seat, ProgrammeId programme, Bytes signatureKey, Bytes credential) {
    this.seat = seat;
    this.programme = programme;
    this.signatureKey = signatureKey;
    this.credential = credential;
  }

  /** Lets a device in and gives it some key packages and a last resort; none of both where 0. */
  public static TestTeam join(
      TestHttp http, StaffService staff, ProgrammeId programme, int packages) {
    return join(http, staff, Invited.newcomer(programme, Role.WORKER), packages);
  }

  /** A coordinator's device without key packages, which gets no conversation. */
  public static TestTeam coordinator(TestHttp http, StaffService staff, ProgrammeId programme) {
    TestTeam device = join(http, staff, Invited.newcomer(programme, Role.COORDINATOR), 0);
    device.setDuty("off");
    return device;
  }

  private static TestTeam join(TestHttp http, StaffService staff, Invited invited, int packages) {
    ProgrammeId programme = invited.programme();
    Bytes signatureKey = Ed25519PrivateKey.generate(new SecureRandom()).publicKey().value();
    TestSeat seat = TestSeat.device(http, staff.invite(invited).toText(), signatureKey);
    Bytes credential =
        Bytes.fromBase64Url(seat.get("/v1/devices/" + seat.holder()).text("credential"));
    TestTeam device = new TestTeam(seat, programme, signatureKey, credential);
    List<String> published = new ArrayList<>();
    for (int i = 0; i < packages; i++) {
      published.add(device.keyPackage().toBase64Url());
    }
    device.publish(
        packages == 0
            ? Map.of("keyPackages", List.of())
            : Map.of("keyPackages", published, "lastResort", device.keyPackage().toBase64Url()));
    return device;
  }

  public TestSeat seat() {
    return seat;
  }

  public ProgrammeId programme() {
    return programme;
  }

  public Bytes signatureKey() {
    return signatureKey;
  }

  public Bytes credential() {
    return credential;
  }

  public String path() {
    return "/v1/devices/" + id();
  }

  /**
   * @param duty {@code primary}, {@code backup} or {@code off}
   */
  public TestHttp.Answer setDuty(String duty) {
    return seat.put(path() + "/duty", Map.of("duty", duty));
  }

  /** What the device may show of itself. */
  public TestHttp.Answer show() {
    return seat.get(path());
  }

  public String id() {
    return seat.holder();
  }

  /** A fresh package of this device. */
  public Bytes keyPackage() {
    return TestMls.keyPackage(signatureKey, credential);
  }

  public TestHttp.Answer publish(Object body) {
    return seat.post("/v1/devices/" + id() + "/key-packages", body);
  }
}
