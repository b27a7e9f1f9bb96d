package org.opstap.backend.http;

import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/**
 * Who signed a request, checked: the session holds, and the pseudonym or device existed a moment
 * ago (SES-15).
 */
public sealed interface Caller {
  BrandedId holder();

  /**
   * A phone's seat.
   *
   * @param publicKey the seat's own a moment ago, and the one that signed in
   */
  record Seeker(PseudonymId pseudonym, Bytes publicKey) implements Caller {
    @Override
    public BrandedId holder() {
      return pseudonym;
    }
  }

  /**
   * A worker's device.
   *
   * @param coordinates whether its person runs the programme
   */
  record Device(DeviceId device, WorkerId worker, ProgrammeId programme, boolean coordinates)
      implements Caller {
    @Override
    public BrandedId holder() {
      return device;
    }
  }
}
