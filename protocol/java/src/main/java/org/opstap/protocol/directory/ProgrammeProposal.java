package org.opstap.protocol.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;

/**
 * What a programme asks the operator to say of it in the next release, signed by the programme. At
 * least one of the members that change is there; what is null stays as it is.
 *
 * @param number counts this programme's proposals, from 1
 * @param basedOn the number of the release that the programme looked at
 * @param coverage all municipalities that it wants to work for, ascending, at least one
 */
public record ProgrammeProposal(
    ProgrammeId programme,
    int number,
    int basedOn,
    @Nullable List<MunicipalityCode> coverage,
    @Nullable Conditions conditions,
    @Nullable List<LanguageTag> languages,
    @Nullable Integer promisedMinutes,
    @Nullable Summary summary) {

  public static final DocumentFormat<ProgrammeProposal> FORMAT =
      new DocumentFormat<>(
          "opstap-programme-proposal",
          "opstap programme proposal v1",
          ProgrammeProposalCodec.MAX_LENGTH,
          ProgrammeProposalCodec::decode,
          ProgrammeProposalCodec::encode);

  public ProgrammeProposal {
    coverage = coverage == null ? null : List.copyOf(coverage);
    languages = languages == null ? null : List.copyOf(languages);
  }

  /**
   * The entry as it would be.
   *
   * @throws org.opstap.protocol.wire.MalformedDocumentException if no release could have it
   */
  public Programme applyTo(Programme entry) {
    Programme changed =
        new Programme(
            entry.id(),
            entry.name(),
            entry.sample(),
            entry.state(),
            entry.national(),
            entry.seat(),
            coverage == null ? entry.coverage() : coverage,
            conditions == null ? entry.conditions() : conditions,
            languages == null ? entry.languages() : languages,
            promisedMinutes == null ? entry.promisedMinutes() : promisedMinutes,
            entry.publicKey(),
            summary == null ? entry.summary() : summary,
            entry.verifiedAt(),
            entry.source());
    return Programme.decode(ProgrammeCodec.encode(changed));
  }
}
