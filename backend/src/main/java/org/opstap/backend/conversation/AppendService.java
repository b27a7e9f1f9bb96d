package org.opstap.backend.conversation;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opstap.backend.database.Gatherer;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.http.Caller;
import org.opstap.backend.operations.ReadyWhen;
import org.opstap.backend.push.PushService;
import org.opstap.backend.vault.HeldVault;
import org.opstap.backend.vault.VaultService;
import org.opstap.backend.wake.News;
import org.opstap.backend.wake.WakeHub;
import org.opstap.protocol.id.ConversationId;

/**
 * Appends to the log. Messages of many requests are written in one transaction: sequence, seats,
 * epoch and append number are read and written under the locks of their conversations, and each is
 * answered after the commit. What was answered with {@link AppendResult.Appended} is durable
 * (LOG-7); what a failed or unanswered request did is told by its retry (LOG-6).
 */
@Singleton
class AppendService implements ReadyWhen {
  private final AppendStore store;
  private final AppendSteps steps;
  private final VaultService vaults;
  private final DirectoryService directory;
  private final WakeHub wake;
  private final PushService push;
  private final Transactions transactions;
  private final Clock clock;
  private final Gatherer<Asked, AppendResult> writer;
  private final DistributionSummary batches;
  private final Timer commits;

  AppendService(
      AppendStore store,
      AppendSteps steps,
      VaultService vaults,
      DirectoryService directory,
      WakeHub wake,
      PushService push,
      Transactions transactions,
      Clock clock,
      WriterSize size,
      MeterRegistry metrics) {
    this.store = store;
    this.steps = steps;
    this.vaults = vaults;
    this.directory = directory;
    this.wake = wake;
    this.push = push;
    this.transactions = transactions;
    this.clock = clock;
    this.writer =
        new Gatherer<>(
            "append",
            size.writers(),
            size.batch(),
            WriterSize.WAITING,
            asked -> asked.request().conversation().hashCode(),
            this::write);
    Gauge.builder("opstap.append.waiting", writer, Gatherer::waiting)
        .description("appends that wait to be written")
        .register(metrics);
    this.batches =
        DistributionSummary.builder("opstap.append.batch")
            .description("appends that were written together")
            .register(metrics);
    this.commits =
        Timer.builder("opstap.append.commit")
            .description("how long a transaction of appends takes")
            .register(metrics);
  }

  /**
   * @throws org.opstap.backend.database.UnavailableException if too many wait, or the database
   *     doesn't answer
   */
  AppendResult append(Caller caller, AppendRequest request) {
    return writer.ask(new Asked(caller, request));
  }

  /** Whether there is room for more (OPS-2). */
  @Override
  public boolean isReady() {
    return writer.waiting() < WriterSize.WAITING;
  }

  /** Finishes what was accepted. */
  @PreDestroy
  void close() {
    writer.close();
  }

  private List<AppendResult> write(List<Asked> batch) {
    Set<ConversationId> ids = new LinkedHashSet<>();
    batch.forEach(asked -> ids.add(asked.request().conversation()));
    batches.record(batch.size());
    Timer.Sample begun = Timer.start();
    Written written = writeTogether(batch, ids);
    begun.stop(commits);
    written.held().forEach(this::announce);
    push(batch, written);
    return written.results();
  }

  private Written writeTogether(List<Asked> batch, Set<ConversationId> ids) {
    return transactions.write(
        connection -> {
          Map<ConversationId, HeldConversation> held = store.hold(ids);
          holdVaults(batch, held);
          Deadlines deadlines = new Deadlines(directory, clock.instant());
          List<AppendResult> results = new ArrayList<>();
          for (Asked asked : batch) {
            HeldConversation conversation = held.get(asked.request().conversation());
            results.add(
                conversation == null
                    ? new AppendResult.NotFound()
                    : steps.append(asked.caller(), asked.request(), conversation, deadlines));
          }
          store.save(held.values());
          vaults.save(held.values().stream().flatMap(each -> each.vault().stream()).toList());
          return new Written(results, List.copyOf(held.values()));
        });
  }

  /** Of those appends that bring a state: the others have nothing to do with it. */
  private void holdVaults(List<Asked> batch, Map<ConversationId, HeldConversation> held) {
    Set<ConversationId> ids = new LinkedHashSet<>();
    for (Asked asked : batch) {
      ConversationId id = asked.request().conversation();
      if (asked.request().vault().isPresent() && held.containsKey(id)) {
        ids.add(id);
      }
    }
    Map<ConversationId, HeldVault> found = vaults.of(ids);
    for (HeldConversation conversation : held.values()) {
      HeldVault vault = found.get(conversation.now().id());
      if (vault != null) {
        conversation.hold(vault);
      }
    }
  }

  private void announce(HeldConversation written) {
    if (!written.fresh().isEmpty()) {
      wake.announce(new News(written.now().id(), written.now().latest()), written.members());
    }
  }

  /** PUS-8: with what was stored just now; a retry finds its entry stored, and wakes nobody. */
  private void push(List<Asked> batch, Written written) {
    Set<Stored> fresh = new HashSet<>();
    for (HeldConversation held : written.held()) {
      held.fresh().forEach(entry -> fresh.add(new Stored(held.now().id(), entry.sequence())));
    }
    for (int i = 0; i < batch.size(); i++) {
      AppendRequest request = batch.get(i).request();
      if (!request.capsules().isEmpty()
          && written.results().get(i) instanceof AppendResult.Appended(long sequence, _, _)
          && fresh.remove(new Stored(request.conversation(), sequence))) {
        push.wake(request.holder(), request.conversation(), request.capsules());
      }
    }
  }

  private record Stored(ConversationId conversation, long sequence) {}

  private record Asked(Caller caller, AppendRequest request) {}

  private record Written(List<AppendResult> results, List<HeldConversation> held) {}
}
