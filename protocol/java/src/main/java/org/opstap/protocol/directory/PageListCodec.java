package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.opstap.protocol.directory.PageList.PageFileEntry;
import org.opstap.protocol.wire.Members;

/** The payload of a list of the pages as JSON (REL-1, REL-2). */
final class PageListCodec {
  /** Some 120 bytes for each file. */
  static final int MAX_LENGTH = 128 * 1024;

  private static final int MAX_FILES = 1000;
  private static final int MAX_PATH = 120;
  private static final int DIGEST_LENGTH = 32;
  private static final Pattern PATH =
      Pattern.compile("/(?:team|pannenkoeken|pancakes|worker\\.js|assets/[\\w-]+(?:\\.[\\w-]+)+)?");

  private PageListCodec() {}

  static PageList decode(Members members) {
    List<PageFileEntry> files = members.list("files", MAX_FILES, PageListCodec::file);
    Members.require(!files.isEmpty() && files.get(0).path().equals("/"));
    for (int i = 1; i < files.size(); i++) {
      Members.require(files.get(i - 1).path().compareTo(files.get(i).path()) < 0);
    }
    return new PageList(
        members.integer("number", 1, Integer.MAX_VALUE),
        members.date("issuedOn"),
        members.flag("sample"),
        files);
  }

  static ObjectNode encode(PageList list) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("number", list.number())
        .put("issuedOn", list.issuedOn().toString())
        .put("sample", list.sample());
    ArrayNode files = node.putArray("files");
    for (PageFileEntry file : list.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("digest", file.digest().toBase64Url())
          .put("offline", file.offline());
    }
    return node;
  }

  private static PageFileEntry file(JsonNode node) {
    Members members = Members.of(node);
    String path = members.text("path", MAX_PATH);
    Members.require(PATH.matcher(path).matches());
    return new PageFileEntry(path, members.bytes("digest", DIGEST_LENGTH), members.flag("offline"));
  }
}
