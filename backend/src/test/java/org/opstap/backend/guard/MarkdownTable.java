package org.opstap.backend.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables of the specification as rows of cells. */
final class MarkdownTable {
  private static final Path SPECIFICATION = Path.of("../protocol/spec");

  private MarkdownTable() {}

  /** The rows beneath the header that begins with these cells. */
  static List<List<String>> read(String file, String... header) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : lines(file)) {
      List<String> cells = cells(line);
      if (!inside) {
        inside =
            cells.size() >= header.length
                && cells.subList(0, header.length).equals(List.of(header));
      } else if (cells.isEmpty()) {
        return rows;
      } else if (!cells.getFirst().startsWith("---")) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("|")) {
      return List.of();
    }
    return Arrays.stream(line.substring(1).split("\\|", -1))
        .map(String::strip)
        .map(cell -> cell.replace("`", ""))
        .toList();
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(SPECIFICATION.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
