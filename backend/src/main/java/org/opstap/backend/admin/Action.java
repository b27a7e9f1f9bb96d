package org.opstap.backend.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One thing that the operator can do: it does it and says so, or throws a {@link Refusal}. */
@Command(usageHelpAutoWidth = true, sortOptions = false)
abstract class Action implements Runnable {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this and stop")
  boolean help;

  final void say(String text, Object... values) {
    command().getOut().println(text.formatted(values));
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
