package org.opstap.backend.pseudonym;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PseudonymStore extends GenericRepository<PseudonymRow, PseudonymId> {
  /** Leaves a row with the same key as it is. */
  @Query(
      "INSERT IGNORE INTO pseudonym (pseudonym_id, public_key, last_used_on)"
          + " VALUES (:pseudonymId, :publicKey, :lastUsedOn)")
  void insertIfNew(PseudonymRow row);

  /** The key that it had becomes the former one: assignments are made from left to right. */
  @Query(
      "UPDATE pseudonym SET former_key = public_key, public_key = :publicKey,"
          + " last_used_on = :lastUsedOn WHERE pseudonym_id = :pseudonymId")
  void replaceKey(PseudonymId pseudonymId, Bytes publicKey, LocalDate lastUsedOn);

  Optional<PseudonymRow> findByPublicKey(Bytes publicKey);

  List<PseudonymRow> findByPseudonymIdIn(List<PseudonymId> pseudonymIds);
}
