package org.opstap.benchmark.load;

/** What a stream says. All calls come from the loop's thread. */
public interface StreamReader {
  /** The first event is there: the server listens. */
  void opened(long now);

  /** A conversation changed. */
  void news(String conversation, long latest, long now);

  /** The server ended the stream. */
  void ended(long now);
}
