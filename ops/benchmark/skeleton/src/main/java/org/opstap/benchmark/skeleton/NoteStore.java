package org.opstap.benchmark.skeleton;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface NoteStore extends GenericRepository<NoteRow, Long> {
  List<NoteRow> findAll();
}
