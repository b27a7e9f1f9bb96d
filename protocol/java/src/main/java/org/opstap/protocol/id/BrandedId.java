package org.opstap.protocol.id;

import org.opstap.protocol.wire.Bytes;

/**
 * 128 random bits of a known kind. Two identifiers of different kinds are never equal and never
 * take each other's place; each has exactly one text (ID-1) and one form of 16 bytes (ID-7).
 */
public sealed interface BrandedId
    permits CardId,
        ConversationId,
        DeviceId,
        InvitationId,
        KeyPackageId,
        LeadId,
        ProgrammeId,
        PseudonymId,
        VaultId,
        WorkerId {

  /** The upper 64 of the 128 bits. */
  long high();

  /** The lower 64 of the 128 bits. */
  long low();

  Brand brand();

  /** 16 bytes, big-endian, without the brand. */
  default Bytes toBytes() {
    return new IdentifierBits(high(), low()).toBytes();
  }

  /** The one text form: brand, underscore, 26 digits, check symbol. */
  default String toText() {
    return new IdentifierBits(high(), low()).format(brand());
  }
}
