package org.opstap.backend.conversation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/** Identifiers and bytes to and from columns of explicit SQL. */
final class Columns {
  static final String SEEKER = "seeker";
  static final String DEVICE = "device";

  private static final int ID_LENGTH = 16;

  private Columns() {}

  static void set(PreparedStatement statement, int index, BrandedId id) throws SQLException {
    statement.setBytes(index, id.toBytes().toByteArray());
  }

  static void set(PreparedStatement statement, int index, Bytes bytes) throws SQLException {
    statement.setBytes(index, bytes.toByteArray());
  }

  static Bytes bytes(ResultSet row, String column) throws SQLException {
    return Bytes.copyOf(row.getBytes(column));
  }

  static Optional<Bytes> optionalBytes(ResultSet row, String column) throws SQLException {
    byte @Nullable [] value = row.getBytes(column);
    return value == null ? Optional.empty() : Optional.of(Bytes.copyOf(value));
  }

  /** A pseudonym or a device, by the kind that stands beside it. */
  static BrandedId holder(ResultSet row, String column, String kindColumn) throws SQLException {
    Bytes id = bytes(row, column);
    return row.getString(kindColumn).equals(SEEKER)
        ? PseudonymId.fromBytes(id)
        : DeviceId.fromBytes(id);
  }

  static String kind(BrandedId holder) {
    return holder instanceof PseudonymId ? SEEKER : DEVICE;
  }

  /** The same part of a statement for each of many rows or values. */
  static String repeat(String part, int times) {
    return String.join(", ", Collections.nCopies(times, part));
  }

  /**
   * The values, and the last of them again up to the next power of two, so that few statements have
   * to be prepared; for statements that a repeated value doesn't change.
   */
  static <T> List<T> padded(Collection<T> values) {
    List<T> padded = new ArrayList<>(values);
    while (Integer.bitCount(padded.size()) > 1) {
      padded.add(padded.getLast());
    }
    return padded;
  }

  /** Device identifiers one after the other, 16 bytes each. */
  static Bytes concat(List<DeviceId> devices) {
    return Bytes.concat(devices.stream().map(DeviceId::toBytes).toArray(Bytes[]::new));
  }

  /** What {@link #concat} wrote. */
  static List<DeviceId> devices(ResultSet row, String column) throws SQLException {
    Bytes all = bytes(row, column);
    List<DeviceId> devices = new ArrayList<>();
    for (int start = 0; start < all.length(); start += ID_LENGTH) {
      devices.add(DeviceId.fromBytes(all.slice(start, start + ID_LENGTH)));
    }
    return devices;
  }
}
