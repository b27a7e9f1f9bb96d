package org.opstap.benchmark.append;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.opstap.benchmark.client.Framing;
import org.opstap.benchmark.peer.XmppLoad;
import org.opstap.benchmark.process.Ejabberd;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.ProcessUse;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.mls.GroupId;

/** The same messages between online users of an XMPP server. */
final class EjabberdReference {
  static final String NOTE =
      """
      **ejabberd** is Debian's, with `mod_mam` in the same MariaDB with the same durability, set up in its favour: no TLS (neither has the \
      server), no shaper, no roster, 32 connections to the database, the archive without its full-text index and with one copy of each \
      message (receivers archive `never`; two copies are its own default). As many senders as the server has connections, each with an \
      online receiver of its own that gets every message. A message is what end-to-end encryption sends over XMPP: no `<body>`, the same bytes \
      in base64 in an `<encrypted>` element and a `<store>` hint, and one is on its way for each sender. It counts when XEP-0198 \
      acknowledges it. ejabberd handles a stream's stanzas one after the other and `mod_mam` inserts within that, so that the \
      acknowledgement comes after the commit, as the server's 201 does; that the archive grew by as many is checked. It authenticates the \
      stream once where the server checks a signature on each request, and keeps no order between two writers.\
      """;

  private static final String PASSWORD = "benchmark";

  private final MariaDb database;
  private final Path folder;
  private final int pairs;

  private boolean made;

  EjabberdReference(MariaDb database, Path folder, int pairs) {
    this.database = database;
    this.folder = folder;
    this.pairs = pairs;
  }

  Rate measure(Duration warmUp, Duration time) throws IOException, SQLException {
    String payload =
        Framing.application(new GroupId(ConversationId.fromBytes(Framing.noise(16)), 1), 1)
            .toBase64Url();
    if (!made) {
      Ejabberd.makeDatabase(database, pairs, PASSWORD);
      made = true;
    }
    try (Ejabberd ejabberd = Ejabberd.start(database, folder);
        XmppLoad load = XmppLoad.login(ejabberd.port(), pairs, PASSWORD, payload)) {
      load.run(warmUp);
      long before = Ejabberd.archived(database);
      ProcessUse.Meter self = new ProcessUse.Meter(ProcessHandle.current().pid());
      ProcessUse.Meter server = new ProcessUse.Meter(ejabberd.pid());
      ProcessUse.Meter mariaDb = new ProcessUse.Meter(database.pid());
      load.run(time);
      Rate rate =
          new Rate(
              load.perSecond(),
              load.samples().percentileMillis(0.5),
              load.samples().percentileMillis(0.99),
              self.processors(),
              server.processors(),
              mariaDb.processors(),
              0);
      if (Ejabberd.archived(database) - before < load.samples().count()) {
        throw new IOException("ejabberd acknowledged more than it archived");
      }
      return rate;
    }
  }
}
