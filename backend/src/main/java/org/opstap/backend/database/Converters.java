package org.opstap.backend.database;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** How identifiers and bytes stand in columns: {@code BINARY} and {@code BLOB}. */
public final class Converters {
  private Converters() {}

  private abstract static class BinaryConverter<T> implements AttributeConverter<T, byte[]> {
    private final Function<T, Bytes> write;
    private final Function<Bytes, T> read;

    BinaryConverter(Function<T, Bytes> write, Function<Bytes, T> read) {
      this.write = write;
      this.read = read;
    }

    @Override
    public byte @Nullable [] convertToPersistedValue(@Nullable T value, ConversionContext context) {
      return value == null ? null : write.apply(value).toByteArray();
    }

    @Override
    public @Nullable T convertToEntityValue(byte @Nullable [] stored, ConversionContext context) {
      return stored == null ? null : read.apply(Bytes.copyOf(stored));
    }
  }

  /** Any bytes. */
  @Singleton
  public static final class OfBytes extends BinaryConverter<Bytes> {
    OfBytes() {
      super(bytes -> bytes, bytes -> bytes);
    }
  }

  /** {@code psn}. */
  @Singleton
  public static final class OfPseudonym extends BinaryConverter<PseudonymId> {
    OfPseudonym() {
      super(PseudonymId::toBytes, PseudonymId::fromBytes);
    }
  }

  /** {@code prg}. */
  @Singleton
  public static final class OfProgramme extends BinaryConverter<ProgrammeId> {
    OfProgramme() {
      super(ProgrammeId::toBytes, ProgrammeId::fromBytes);
    }
  }

  /** {@code wrk}. */
  @Singleton
  public static final class OfWorker extends BinaryConverter<WorkerId> {
    OfWorker() {
      super(WorkerId::toBytes, WorkerId::fromBytes);
    }
  }

  /** {@code dev}. */
  @Singleton
  public static final class OfDevice extends BinaryConverter<DeviceId> {
    OfDevice() {
      super(DeviceId::toBytes, DeviceId::fromBytes);
    }
  }
}
