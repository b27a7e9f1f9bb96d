package org.opstap.backend.staff;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Converters;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/**
 * @param state {@code active} or {@code revoked}
 */
@MappedEntity("worker_device")
record DeviceRow(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfDevice.class)
        DeviceId deviceId,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfWorker.class) WorkerId workerId,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfProgramme.class)
        ProgrammeId programmeId,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class) Bytes publicKey,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class) Bytes signatureKey,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class)
        @Nullable Bytes credential,
    @Nullable LocalDate credentialUntil,
    @TypeDef(type = DataType.STRING, converter = Duty.Converter.class) Duty duty,
    @TypeDef(type = DataType.STRING, converter = Role.Converter.class) Role role,
    String state) {
  static final String ACTIVE = "active";
}
