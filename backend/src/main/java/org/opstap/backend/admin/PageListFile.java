package org.opstap.backend.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.MalformedDocumentException;

/** Signed lists of the pages, in files and as they are served. */
final class PageListFile {
  private static final int MAX_LENGTH = 128 * 1024;

  private PageListFile() {}

  static Unverified<PageList> read(Path file) {
    try {
      if (Files.size(file) > MAX_LENGTH) {
        throw new Refusal("%s is longer than a list of pages may be".formatted(file));
      }
      byte[] content = Files.readAllBytes(file);
      KeyFiles.refusePrivate(file, content);
      return parse(Bytes.copyOf(content), file.toString());
    } catch (IOException e) {
      throw new Refusal("%s can't be read: is the name right?".formatted(file), e);
    }
  }

  /**
   * @param source where it comes from, for the person who asked
   */
  static Unverified<PageList> parse(Bytes envelope, String source) {
    try {
      return PageList.FORMAT.parse(envelope);
    } catch (MalformedDocumentException e) {
      throw new Refusal(source + " is no signed list of pages; was it edited or cut off?", e);
    }
  }
}
