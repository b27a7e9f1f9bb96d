package org.opstap.backend.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.admission.IssuerKeyService;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.directory.SampleOperator;
import org.opstap.backend.oblivious.GatewayKeys;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/**
 * Publishes the sample programmes and their statuses, signed with the sample keys, whenever the
 * stored ones are missing, other, or about to run out.
 */
@Singleton
@Requires(property = "opstap.samples", value = "true")
class SampleDirectory implements SampleOperator {
  private static final Duration RELEASE_LIFE = Duration.ofDays(365);
  private static final Duration STATUS_LIFE = Duration.ofDays(30);

  private final SampleKeys keys;
  private final DirectoryService directory;
  private final IssuerKeyService issuerKeys;
  private final GatewayKeys gatewayKeys;
  private final List<String> relays;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param relays origins, none where there is no such property
   */
  SampleDirectory(
      SampleKeys keys,
      DirectoryService directory,
      IssuerKeyService issuerKeys,
      GatewayKeys gatewayKeys,
      @Nullable @Property(name = "opstap.relays") List<String> relays,
      Clock clock) {
    this.keys = keys;
    this.directory = directory;
    this.issuerKeys = issuerKeys;
    this.gatewayKeys = gatewayKeys;
    this.relays = relays == null ? List.of() : List.copyOf(relays);
    this.clock = clock;
  }

  @Override
  public Bytes publicKey() {
    return keys.operator().publicKey().value();
  }

  @Override
  public Verified<PageList> sign(PageList pages) {
    return PageList.FORMAT.sign(pages, keys.operator());
  }

  @EventListener
  void publishAtStart(ServerStartupEvent started) {
    publish();
  }

  @Scheduled(initialDelay = "24h", fixedDelay = "24h")
  void publish() {
    JsonNode samples = read().get("programmes");
    publishRelease(samples);
    samples.forEach(this::publishStatus);
  }

  private void publishRelease(JsonNode programmes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Verified<Release> before = directory.current().map(this::verified).orElse(null);
    Release fresh = release(programmes, now, before);
    boolean isStillGood =
        before != null
            && before.content().programmes().equals(fresh.programmes())
            && before.content().issuerKeyDigests().equals(fresh.issuerKeyDigests())
            && before.content().relays().equals(fresh.relays())
            && before.content().gatewayKeyDigests().equals(fresh.gatewayKeyDigests())
            && before.content().validUntil().isAfter(now.plus(RELEASE_LIFE.dividedBy(2)));
    if (!isStillGood) {
      directory.publish(Release.FORMAT.sign(fresh, keys.operator()));
    }
  }

  private Verified<Release> verified(DirectoryService.Directory current) {
    return Release.FORMAT
        .parse(current.envelope())
        .verify(keys.operator().publicKey())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the database holds another operator's directory: start with --samples off,"
                        + " or with an empty database"));
  }

  private Release release(JsonNode programmes, Instant now, @Nullable Verified<Release> before) {
    ObjectNode payload = json.createObjectNode();
    payload
        .put("type", "opstap-directory-release")
        .put("version", 1)
        .put("number", before == null ? 1 : before.content().number() + 1)
        .put("previous", before == null ? null : before.digest().toBase64Url())
        .put("issuedOn", LocalDate.ofInstant(now, ZoneOffset.UTC).toString())
        .put("validUntil", now.plus(RELEASE_LIFE).toString())
        .put("sample", true);
    issuerKeys.digests().stream()
        .map(Bytes::toBase64Url)
        .forEach(payload.putArray("issuerKeyDigests")::add);
    relays.forEach(payload.putArray("relays")::add);
    gatewayKeys.digests().stream()
        .map(Bytes::toBase64Url)
        .forEach(payload.putArray("gatewayKeyDigests")::add);
    var signed = payload.putArray("programmes");
    for (JsonNode programme : programmes) {
      ProgrammeId id = ProgrammeId.parse(programme.get("id").textValue());
      ObjectNode entry = programme.deepCopy();
      entry.remove("status");
      signed.add(entry.put("publicKey", keys.programme(id).publicKey().value().toBase64Url()));
    }
    return Release.FORMAT.decode(payload);
  }

  private void publishStatus(JsonNode sample) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    ProgrammeId id = ProgrammeId.parse(sample.get("id").textValue());
    Optional<ProgrammeStatus> before =
        directory.current().flatMap(current -> current.statuses().newest(id));
    ProgrammeStatus fresh = status(id, sample.get("status"), now, before);
    boolean isStillGood =
        before
            .filter(old -> old.openingHours().equals(fresh.openingHours()))
            .filter(old -> old.closedOn().equals(fresh.closedOn()))
            .filter(old -> old.capacity() == fresh.capacity())
            .filter(old -> old.weeksWaiting() == fresh.weeksWaiting())
            .filter(old -> old.tokensPerConversation() == fresh.tokensPerConversation())
            .filter(old -> old.cardsOnly() == fresh.cardsOnly())
            .filter(old -> old.validUntil().isAfter(now.plus(STATUS_LIFE.dividedBy(2))))
            .isPresent();
    if (!isStillGood) {
      directory.publishStatus(
          id, ProgrammeStatus.FORMAT.sign(fresh, keys.programme(id)).envelope());
    }
  }

  private ProgrammeStatus status(
      ProgrammeId id, JsonNode sample, Instant now, Optional<ProgrammeStatus> before) {
    ObjectNode payload = sample.deepCopy();
    payload
        .put("programme", id.toText())
        .put("type", "opstap-programme-status")
        .put("version", 1)
        .put("number", before.map(ProgrammeStatus::number).orElse(0) + 1)
        .put("validUntil", now.plus(STATUS_LIFE).toString());
    var revoked = payload.putArray("revokedDevices");
    before.map(ProgrammeStatus::revokedDevices).orElse(List.of()).stream()
        .map(DeviceId::toText)
        .forEach(revoked::add);
    return ProgrammeStatus.FORMAT.decode(payload);
  }

  List<Programme> programmes() {
    return directory.current().map(found -> found.release().programmes()).orElse(List.of());
  }

  private JsonNode read() {
    try (InputStream resource =
        Objects.requireNonNull(
            SampleDirectory.class.getResourceAsStream("/sample/programmes.json"))) {
      return json.readTree(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
