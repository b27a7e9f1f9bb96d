package org.opstap.backend.directory;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.opstap.protocol.id.ProgrammeId;

@MappedEntity("programme_proposal")
record ProposalRow(@Id ProgrammeId programmeId, int number, String document) {}
