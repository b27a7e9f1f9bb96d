package org.opstap.backend.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DirectoryStore extends GenericRepository<ReleaseRow, Integer> {
  void save(ReleaseRow row);

  Optional<ReleaseRow> findByNumber(int number);

  @Query("SELECT COALESCE(MAX(number), 0) FROM directory_release")
  int newestNumber();

  /** Grows with every release and every status, so that readers know when to look again. */
  @Query(
      "SELECT COALESCE((SELECT SUM(number) FROM programme_status), 0)"
          + " + 1000000000 * COALESCE((SELECT MAX(number) FROM directory_release), 0)")
  long version();

  @Query("SELECT document FROM programme_status ORDER BY programme_id")
  List<String> statuses();

  @Query("SELECT document FROM programme_status WHERE programme_id = :programme")
  Optional<String> status(byte[] programme);

  /** Takes the place of an older status, and of nothing else. */
  @Query(
      "INSERT INTO programme_status (programme_id, number, document) VALUES (:programme, :number,"
          + " :document) ON DUPLICATE KEY UPDATE document = IF(number < VALUES(number),"
          + " VALUES(document), document), number = GREATEST(number, VALUES(number))")
  void putStatus(byte[] programme, int number, String document);
}
