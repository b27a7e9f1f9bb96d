package org.opstap.backend.client;

import java.util.HashMap;
import java.util.Map;
import org.opstap.protocol.wire.Bytes;

/** A worker's device and one part of its vault. */
public final class TestDeviceVault {
  private static final Bytes PART = TestVault.random(32);
  private static final Bytes STATE = TestVault.state();

  private final TestStaff staff;
  private final TestSeat seat;
  private final Bytes part = TestVault.random(32);

  private TestDeviceVault(TestStaff staff, TestSeat seat) {
    this.staff = staff;
    this.seat = seat;
  }

  /** Of somebody who has joined. */
  public static TestDeviceVault of(TestStaff staff) {
    return new TestDeviceVault(staff, staff.seat());
  }

  /** The body of a write that is always the same. */
  public static Map<String, Object> part(long version) {
    return body(PART, version, STATE);
  }

  public static Map<String, Object> body(Bytes part, long version, Bytes state) {
    return Map.of("part", part.toBase64Url(), "version", version, "state", state.toBase64Url());
  }

  public Bytes part() {
    return part;
  }

  public TestSeat seat() {
    return seat;
  }

  public String path() {
    return "/v1/devices/" + staff.device() + "/vault";
  }

  public TestHttp.Answer write(long version, Bytes state) {
    return seat.put(path(), body(part, version, state));
  }

  /** Says that the device is done with the part. */
  public TestHttp.Answer end(long version) {
    Map<String, Object> body = new HashMap<>();
    body.put("part", part.toBase64Url());
    body.put("version", version);
    body.put("state", null);
    return seat.put(path(), body);
  }

  public TestHttp.Answer comeBack() {
    return comeBack(staff.authenticator().signed());
  }

  public TestHttp.Answer comeBack(Map<String, String> assertion) {
    return staff.http().post("/v1/device-returns", returning(assertion));
  }

  /** The body of a return, with a fresh assertion. */
  public Map<String, String> returning() {
    return returning(staff.authenticator().signed());
  }

  private Map<String, String> returning(Map<String, String> assertion) {
    Map<String, String> body = new HashMap<>(assertion);
    body.put("part", part.toBase64Url());
    return body;
  }
}
