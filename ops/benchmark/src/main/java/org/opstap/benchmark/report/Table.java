package org.opstap.benchmark.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns, as Markdown that is also good to read on a terminal. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... heads) {
    rows.add(List.of(heads));
  }

  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  @Override
  public String toString() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      line(text, rows.get(row), widths);
      if (row == 0) {
        text.append('|');
        for (int i = 0; i < columns; i++) {
          text.append("-").append("-".repeat(widths[i]));
          text.append(i == 0 ? "-|" : ":|");
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> row, int[] widths) {
    text.append('|');
    for (int i = 0; i < row.size(); i++) {
      String gap = " ".repeat(widths[i] - row.get(i).length());
      text.append(' ').append(i == 0 ? row.get(i) + gap : gap + row.get(i)).append(" |");
    }
    text.append('\n');
  }
}
