package org.opstap.backend.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * LOG-16 for appends of one moment: the directory is asked at most once, and not where nobody's
 * first message is among them.
 */
final class Deadlines {
  private final Map<ProgrammeId, Optional<Instant>> promises = new HashMap<>();
  private final DirectoryService service;
  private final Instant now;
  private @Nullable Optional<DirectoryService.Directory> directory;

  Deadlines(DirectoryService service, Instant now) {
    this.service = service;
    this.now = now;
  }

  /** Her first message since the last answer starts the promise, an answer ends it. */
  Conversation move(BrandedId sender, Conversation conversation) {
    if (sender instanceof DeviceId) {
      return conversation.withPromise(Optional.empty());
    }
    return conversation.answerBy().isPresent()
        ? conversation
        : conversation.withPromise(
            promises.computeIfAbsent(conversation.programme(), this::answerBy));
  }

  /** By when a programme promises an answer to what comes in now. */
  Optional<Instant> answerBy(ProgrammeId programme) {
    return directory().flatMap(current -> current.answerBy(programme, now));
  }

  /** Whether a programme takes conversations now. */
  boolean isOpen(ProgrammeId programme) {
    return directory().filter(current -> current.isOpenToConversations(programme)).isPresent();
  }

  private Optional<DirectoryService.Directory> directory() {
    if (directory == null) {
      directory = service.current();
    }
    return directory;
  }
}
