package org.opstap.protocol.directory;

import java.util.List;
import org.opstap.protocol.id.ProgrammeId;

/**
 * The organisations that a programme refers people to, signed by the programme
 * (protocol/spec/social-map.md).
 *
 * @param number counts this programme's social maps, from 1
 * @param partners no two of the same name
 */
public record SocialMap(ProgrammeId programme, int number, List<Partner> partners) {
  public static final DocumentFormat<SocialMap> FORMAT =
      new DocumentFormat<>(
          "opstap-social-map",
          "opstap social map v1",
          SocialMapCodec.MAX_LENGTH,
          SocialMapCodec::decode,
          SocialMapCodec::encode);

  public SocialMap {
    partners = List.copyOf(partners);
  }
}
