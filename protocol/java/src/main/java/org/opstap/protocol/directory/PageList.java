package org.opstap.protocol.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * What the pages are made of: the digest of every file, signed with the release key
 * (protocol/spec/release.md).
 *
 * @param number counts lists, from 1
 * @param sample whether the sample operator signed it, for trying out
 * @param files by path, each path once, the phone's page among them
 */
public record PageList(int number, LocalDate issuedOn, boolean sample, List<PageFileEntry> files) {
  public static final DocumentFormat<PageList> FORMAT =
      new DocumentFormat<>(
          "opstap-page-list",
          "opstap page list v1",
          PageListCodec.MAX_LENGTH,
          PageListCodec::decode,
          PageListCodec::encode);

  public PageList {
    files = List.copyOf(files);
  }

  /** The file that is served under a path. */
  public Optional<PageFileEntry> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /**
   * One file.
   *
   * @param path where it is served, such as {@code /assets/part-x.js}
   * @param digest SHA-256 of its bytes, before any content coding
   * @param offline whether the phone's page needs it without a connection
   */
  public record PageFileEntry(String path, Bytes digest, boolean offline) {}
}
