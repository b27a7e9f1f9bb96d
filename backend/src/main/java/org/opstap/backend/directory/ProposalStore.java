package org.opstap.backend.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.opstap.protocol.id.ProgrammeId;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ProposalStore extends GenericRepository<ProposalRow, ProgrammeId> {
  @Query("SELECT document FROM programme_proposal WHERE programme_id = :programme")
  Optional<String> document(byte[] programme);

  /** Takes the place of an older one, and of nothing else. */
  @Query(
      "INSERT INTO programme_proposal (programme_id, number, document) VALUES (:programme, :number,"
          + " :document) ON DUPLICATE KEY UPDATE document = IF(number < VALUES(number),"
          + " VALUES(document), document), number = GREATEST(number, VALUES(number))")
  void put(byte[] programme, int number, String document);
}
