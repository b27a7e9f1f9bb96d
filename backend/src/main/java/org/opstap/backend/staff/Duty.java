package org.opstap.backend.staff;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who gets new conversations, first to last (KPK-5). */
@Serdeable
public enum Duty {
  @JsonProperty("primary")
  PRIMARY,
  @JsonProperty("backup")
  BACKUP,
  @JsonProperty("off")
  OFF;

  /** As it stands in the database and on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** To and from the column. */
  @Singleton
  static final class Converter implements AttributeConverter<Duty, String> {
    @Override
    public @Nullable String convertToPersistedValue(
        @Nullable Duty duty, ConversionContext context) {
      return duty == null ? null : duty.code();
    }

    @Override
    public @Nullable Duty convertToEntityValue(@Nullable String stored, ConversionContext context) {
      return stored == null ? null : valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }
}
