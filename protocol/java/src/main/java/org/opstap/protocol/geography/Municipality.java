package org.opstap.protocol.geography;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A municipality with the point of its main place.
 *
 * @param x metres to the east on the Dutch national grid
 * @param y metres to the north on the Dutch national grid
 * @param validFrom the first day on which it exists, or null for always
 * @param validUntil the first day on which it is no more, or null
 * @param successor what it is part of from {@code validUntil} on, or null
 * @param planned whether {@code validUntil} is still an intention
 */
public record Municipality(
    MunicipalityCode code,
    String name,
    String province,
    int x,
    int y,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable MunicipalityCode successor,
    boolean planned) {}
