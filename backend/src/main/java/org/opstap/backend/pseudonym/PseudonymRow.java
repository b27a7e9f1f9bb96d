package org.opstap.backend.pseudonym;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Converters;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

@MappedEntity("pseudonym")
record PseudonymRow(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfPseudonym.class)
        PseudonymId pseudonymId,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class) Bytes publicKey,
    @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class)
        Bytes formerKey,
    LocalDate lastUsedOn) {}
