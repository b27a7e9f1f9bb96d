package org.opstap.backend.admission;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.LocalDate;
import org.opstap.backend.database.Converters;
import org.opstap.protocol.wire.Bytes;

/**
 * @param month its first day
 */
@MappedEntity("issuer_key")
record IssuerKeyRow(
    @Id LocalDate month,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class) Bytes tokenKeyId,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class) Bytes publicKey,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = Converters.OfBytes.class)
        Bytes sealedPrivateKey) {}
