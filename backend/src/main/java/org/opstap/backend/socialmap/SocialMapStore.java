package org.opstap.backend.socialmap;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.opstap.protocol.id.ProgrammeId;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SocialMapStore extends GenericRepository<SocialMapRow, ProgrammeId> {
  @Query("SELECT document FROM social_map WHERE programme_id = :programme")
  Optional<String> document(byte[] programme);

  /** Takes the place of an older one, and of nothing else. */
  @Query(
      "INSERT INTO social_map (programme_id, number, document) VALUES (:programme, :number,"
          + " :document) ON DUPLICATE KEY UPDATE document = IF(number < VALUES(number),"
          + " VALUES(document), document), number = GREATEST(number, VALUES(number))")
  void put(byte[] programme, int number, String document);
}
