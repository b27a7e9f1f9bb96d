package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.ProgrammeId;

@MicronautTest(transactional = false)
class ConversationHttpTest implements TestDatabase {
  @Inject EmbeddedServer server;
  @Inject StaffService staff;
  @Inject DirectoryService directory;

  @Test
  void carriesAFirstMessageAndItsAnswer() {
    var http = new TestHttp(server.getURI());
    ProgrammeId programme = directory.current().orElseThrow().release().programmes().get(0).id();
    TestTeam worker = TestTeam.join(http, staff, programme, 2);
    TestConversation conversation = TestConversation.open(http, programme);

    TestHttp.Answer begun = conversation.begin(1, 1);
    TestHttp.Answer sent = conversation.say(conversation.seeker(), 2, 1, 1);
    TestHttp.Answer read = conversation.read(worker.seat(), 0);
    TestHttp.Answer answered = conversation.say(worker.seat(), 1, 1, 1);

    assertEquals(201, begun.status(), begun.body());
    assertEquals(201, sent.status(), sent.body());
    assertEquals(2, read.json().get("entries").size(), read.body());
    assertEquals(3, answered.json().get("sequence").asInt(), answered.body());
  }
}
