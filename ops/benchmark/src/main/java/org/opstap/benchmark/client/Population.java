package org.opstap.benchmark.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Workers and conversations of the sample programmes, made by real requests over some connections
 * at once. Open routes have a budget of 500 a second (limits.md), and so this takes its time.
 */
public final class Population {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> DUTIES = List.of("primary", "backup");

  private final ServerAddress server;
  private final int connections;
  private final Map<String, Worker> workers = new LinkedHashMap<>();
  private final List<String> programmes = new ArrayList<>();
  private final List<Conversation> conversations = new ArrayList<>();

  private Population(ServerAddress server, int connections) {
    this.server = server;
    this.connections = connections;
  }

  /**
   * Lets workers in: one on duty and a backup for each programme, or only the first.
   *
   * @param data the server's data folder, where the invitations of the samples lie
   * @param workersEach 1 or 2
   */
  public static Population of(ServerAddress server, Path data, int connections, int workersEach)
      throws IOException {
    Population population = new Population(server, connections);
    JsonNode invitations =
        new ObjectMapper().readTree(data.resolve("sample/invitations.json").toFile());
    try (HttpConnection http = new HttpConnection(server, PATIENCE)) {
      for (Map.Entry<String, JsonNode> programme : invitations.properties()) {
        population.programmes.add(programme.getKey());
        for (int i = 0; i < workersEach; i++) {
          String invitation = programme.getValue().get("invitations").get(i).asText();
          Worker worker = Worker.join(http, programme.getKey(), invitation, DUTIES.get(i));
          population.workers.put(worker.seat().holder().toText(), worker);
        }
      }
    }
    return population;
  }

  /** Begins that many conversations, shared out evenly among the programmes. */
  public void converse(int count, IntConsumer progress) {
    int before = conversations.size();
    List<Conversation> begun =
        each(
            count,
            progress,
            (http, index) ->
                Conversation.begin(
                    http, programmes.get((before + index) % programmes.size()), workers));
    conversations.addAll(begun);
  }

  /** Pseudonyms with a session and without a conversation. */
  public List<Seat> seekers(int count, IntConsumer progress) {
    return each(count, progress, (http, index) -> Seat.seeker(http));
  }

  /** Gives everybody whose session ends earlier than that a fresh one. */
  public void keepAlive(Duration atLeast, IntConsumer progress) {
    List<Seat> seats = new ArrayList<>(workers.values().stream().map(Worker::seat).toList());
    conversations.forEach(conversation -> seats.add(conversation.seeker().seat()));
    List<Seat> unused =
        each(
            seats.size(),
            progress,
            (http, index) -> {
              seats.get(index).keepAlive(http, atLeast);
              return seats.get(index);
            });
  }

  /** Everybody speaks to another node, or to the same one under its new port. */
  public Population moveTo(ServerAddress other) {
    Population moved = new Population(other, connections);
    moved.workers.putAll(workers);
    moved.programmes.addAll(programmes);
    moved.conversations.addAll(conversations);
    workers.values().forEach(worker -> worker.seat().moveTo(other));
    conversations.forEach(conversation -> conversation.seeker().seat().moveTo(other));
    return moved;
  }

  public ServerAddress server() {
    return server;
  }

  public List<Worker> workers() {
    return List.copyOf(workers.values());
  }

  public List<Conversation> conversations() {
    return List.copyOf(conversations);
  }

  /** Seekers of all conversations, then all first devices, and so on: neighbours don't collide. */
  public List<Member> members() {
    int seats = conversations.stream().mapToInt(c -> c.members().size()).max().orElse(0);
    List<Member> all = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      for (Conversation conversation : conversations) {
        if (seat < conversation.members().size()) {
          all.add(conversation.members().get(seat));
        }
      }
    }
    return all;
  }

  private <T> List<T> each(int count, IntConsumer progress, Step<T> step) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<List<T>>> parts = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        parts.add(
            threads.submit(
                () -> {
                  List<T> made = new ArrayList<>();
                  try (HttpConnection http = new HttpConnection(server, PATIENCE)) {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                      made.add(step.take(http, n));
                      progress.accept(done.incrementAndGet());
                    }
                  }
                  return made;
                }));
      }
      List<T> all = new ArrayList<>();
      for (Future<List<T>> part : parts) {
        all.addAll(part.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException(cause);
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T take(HttpConnection http, int index) throws IOException;
  }
}
