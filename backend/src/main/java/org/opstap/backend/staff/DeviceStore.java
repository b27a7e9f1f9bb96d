package org.opstap.backend.staff;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DeviceStore extends GenericRepository<DeviceRow, DeviceId> {
  @Query("INSERT INTO worker (worker_id, programme_id) VALUES (:workerId, :programmeId)")
  void insertWorker(WorkerId workerId, ProgrammeId programmeId);

  void save(DeviceRow row);

  Optional<DeviceRow> findByDeviceId(DeviceId deviceId);

  List<DeviceRow> findByDeviceIdInAndState(List<DeviceId> deviceIds, String state);

  List<DeviceRow> findByWorkerIdAndState(WorkerId workerId, String state);

  List<DeviceRow> findByProgrammeIdAndState(ProgrammeId programmeId, String state);

  void update(@Id DeviceId deviceId, Duty duty);

  void update(@Id DeviceId deviceId, Bytes credential, LocalDate credentialUntil);

  void update(@Id DeviceId deviceId, String state);

  /** Counts 1 for a worker who is there, and holds her until the transaction ends. */
  @Query("SELECT COUNT(*) FROM worker WHERE worker_id = :workerId FOR UPDATE")
  int lockWorker(WorkerId workerId);

  /** Her active devices, as they are now. */
  @Query(
      "SELECT COUNT(*) FROM worker_device WHERE worker_id = :workerId AND state = 'active'"
          + " LOCK IN SHARE MODE")
  int countActive(WorkerId workerId);

  @Query("SELECT COUNT(*) FROM worker WHERE worker_id = :workerId AND programme_id = :programmeId")
  int countWorker(WorkerId workerId, ProgrammeId programmeId);

  /** Counts 1 for an active device, and keeps it from being revoked until the transaction ends. */
  @Query(
      "SELECT COUNT(*) FROM worker_device WHERE device_id = :deviceId AND state = 'active'"
          + " LOCK IN SHARE MODE")
  int lockActive(DeviceId deviceId);

  /** The same, and keeps out every other one who asks for this. */
  @Query(
      "SELECT COUNT(*) FROM worker_device WHERE device_id = :deviceId AND state = 'active'"
          + " FOR UPDATE")
  int lockActiveAlone(DeviceId deviceId);
}
