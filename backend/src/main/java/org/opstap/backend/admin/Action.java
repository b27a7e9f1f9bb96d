package org.opstap.backend.admin;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One thing that the operator can do: it does it and says so, or throws a {@link Refusal}. */
@Command(usageHelpAutoWidth = true, sortOptions = false)
abstract class Action implements Runnable {
  /** Controls, formats such as those of direction, halves of surrogates, and ends of lines. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this and stop")
  boolean help;

  final void say(String text, Object... values) {
    command().getOut().println(visible(text.formatted(values)));
  }

  /**
   * A line as it is: what programmes and files say can't move the cursor, begin another line, or
   * turn letters around.
   */
  static String visible(String line) {
    return UNSEEN.matcher(line).replaceAll(found -> escaped(found.group()));
  }

  private static String escaped(String unseen) {
    return "[U+%04X]".formatted(unseen.codePointAt(0));
  }

  final void showHelp() {
    command().usage(command().getOut());
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }

  final void say(List<String> lines) {
    lines.forEach(line -> say("%s", line));
  }
}
