package org.opstap.backend.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;

/** LOG-16 for appends of one moment: what a programme promises is looked up once. */
final class Deadlines {
  private final Map<ProgrammeId, Optional<Instant>> promises = new HashMap<>();
  private final DirectoryService directory;
  private final Instant now;

  Deadlines(DirectoryService directory, Instant now) {
    this.directory = directory;
    this.now = now;
  }

  /** Her first message since the last answer starts the promise, an answer ends it. */
  Conversation move(BrandedId sender, Conversation conversation) {
    if (sender instanceof DeviceId) {
      return conversation.withAnswerBy(Optional.empty());
    }
    return conversation.answerBy().isPresent()
        ? conversation
        : conversation.withAnswerBy(
            promises.computeIfAbsent(
                conversation.programme(), programme -> directory.answerBy(programme, now)));
  }
}
