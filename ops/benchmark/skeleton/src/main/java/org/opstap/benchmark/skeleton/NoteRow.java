package org.opstap.benchmark.skeleton;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;

@Serdeable
@MappedEntity("note")
record NoteRow(@Id long id, String text) {}
