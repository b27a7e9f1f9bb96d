package org.opstap.backend.socialmap;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.opstap.protocol.id.ProgrammeId;

@MappedEntity("social_map")
record SocialMapRow(@Id ProgrammeId programmeId, int number, String document) {}
