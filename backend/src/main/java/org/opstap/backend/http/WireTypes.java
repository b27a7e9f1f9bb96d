package org.opstap.backend.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.CardId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.MalformedIdentifierException;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/**
 * How identifiers and bytes look in JSON and in paths: one canonical text each, everything else is
 * refused.
 */
@Factory
final class WireTypes {
  @Singleton
  Serde<Bytes> bytes() {
    return new TextSerde<>(Bytes::toBase64Url, Bytes::fromBase64Url);
  }

  /** A pseudonym or a device. */
  @Singleton
  Serde<BrandedId> holder() {
    return new TextSerde<>(BrandedId::toText, WireTypes::parseHolder);
  }

  @Singleton
  Serde<PseudonymId> pseudonym() {
    return new TextSerde<>(PseudonymId::toText, PseudonymId::parse);
  }

  @Singleton
  Serde<ConversationId> conversation() {
    return new TextSerde<>(ConversationId::toText, ConversationId::parse);
  }

  @Singleton
  Serde<ProgrammeId> programme() {
    return new TextSerde<>(ProgrammeId::toText, ProgrammeId::parse);
  }

  @Singleton
  Serde<WorkerId> worker() {
    return new TextSerde<>(WorkerId::toText, WorkerId::parse);
  }

  @Singleton
  Serde<DeviceId> device() {
    return new TextSerde<>(DeviceId::toText, DeviceId::parse);
  }

  @Singleton
  Serde<InvitationId> invitation() {
    return new TextSerde<>(InvitationId::toText, InvitationId::parse);
  }

  @Singleton
  Serde<CardId> card() {
    return new TextSerde<>(CardId::toText, CardId::parse);
  }

  @Singleton
  Serde<LeadId> lead() {
    return new TextSerde<>(LeadId::toText, LeadId::parse);
  }

  /** A day in UTC, such as 2026-11-21. */
  @Singleton
  Serde<LocalDate> day() {
    return new TextSerde<>(LocalDate::toString, LocalDate::parse);
  }

  @Singleton
  TypeConverter<CharSequence, CardId> cardInPath() {
    return inPath(CardId::parse);
  }

  @Singleton
  TypeConverter<CharSequence, ConversationId> conversationInPath() {
    return inPath(ConversationId::parse);
  }

  @Singleton
  TypeConverter<CharSequence, DeviceId> deviceInPath() {
    return inPath(DeviceId::parse);
  }

  @Singleton
  TypeConverter<CharSequence, LeadId> leadInPath() {
    return inPath(LeadId::parse);
  }

  @Singleton
  TypeConverter<CharSequence, ProgrammeId> programmeInPath() {
    return inPath(ProgrammeId::parse);
  }

  private static <T> TypeConverter<CharSequence, T> inPath(Function<String, T> parse) {
    return (text, type, context) -> {
      try {
        return Optional.of(parse.apply(text.toString()));
      } catch (MalformedIdentifierException e) {
        context.reject(e);
        return Optional.empty();
      }
    };
  }

  private static BrandedId parseHolder(String text) {
    return text.startsWith("dev_") ? DeviceId.parse(text) : PseudonymId.parse(text);
  }
}
