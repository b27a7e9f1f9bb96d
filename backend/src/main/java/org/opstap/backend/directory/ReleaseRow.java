package org.opstap.backend.directory;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("directory_release")
record ReleaseRow(@Id int number, String document) {}
