package org.opstap.backend.pseudonym;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
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

  Optional<PseudonymRow> findByPublicKey(Bytes publicKey);

  List<PseudonymRow> findByPseudonymIdIn(List<PseudonymId> pseudonymIds);
}
