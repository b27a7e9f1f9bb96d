package org.opstap.benchmark.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.opstap.benchmark.process.Project;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.routing.Ranking;
import org.opstap.protocol.routing.RankingCodec;
import org.opstap.protocol.routing.RankingRequest;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Ranking the programmes of a directory, against writing the answer as JSON. */
@State(Scope.Benchmark)
public class RankingPart {
  private static final Path VECTORS = Path.of("protocol/vectors/ranking.json");

  private final Geography geography = Geography.bundled();
  private final Release release;
  private final RankingRequest request;
  private final Ranking ranking;

  public RankingPart() {
    try {
      JsonNode vectors = new ObjectMapper().readTree(Project.root().resolve(VECTORS).toFile());
      JsonNode first = vectors.get("cases").get(0);
      JsonNode directory = vectors.get("directories").get(first.get("directory").intValue());
      Ed25519PublicKey operator =
          new Ed25519PublicKey(Bytes.fromBase64Url(directory.get("operator").textValue()));
      release =
          Release.FORMAT
              .parse(Bytes.utf8(directory.get("release").textValue()))
              .verify(operator)
              .orElseThrow()
              .content();
      request = RankingRequest.decode(first.get("request"), geography);
      ranking = measured();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public final Ranking measured() {
    return Ranking.of(release, Map.of(), request, geography);
  }

  @Benchmark
  public String reference() {
    return RankingCodec.encode(ranking).toString();
  }
}
