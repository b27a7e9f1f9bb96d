package org.opstap.backend.staff;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person of a programme may do: a coordinator is a worker who also runs the programme. */
@Serdeable
public enum Role {
  @JsonProperty("coordinator")
  COORDINATOR,
  @JsonProperty("worker")
  WORKER;

  /** As it stands in the database and on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String stored) {
    return valueOf(stored.toUpperCase(Locale.ROOT));
  }

  /** To and from the column. */
  @Singleton
  static final class Converter implements AttributeConverter<Role, String> {
    @Override
    public @Nullable String convertToPersistedValue(
        @Nullable Role role, ConversionContext context) {
      return role == null ? null : role.code();
    }

    @Override
    public @Nullable Role convertToEntityValue(@Nullable String stored, ConversionContext context) {
      return stored == null ? null : of(stored);
    }
  }
}
