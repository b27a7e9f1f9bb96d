package org.opstap.backend.admin;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import org.opstap.backend.http.TimeAndChance;
import org.opstap.backend.page.PageContents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs one command and ends: with 0 when it was done, with 1 when it was refused and nothing
 * changed, with 2 when the command itself is not understood.
 */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] arguments) {
    TimeAndChance real = new TimeAndChance();
    System.exit(commandLine(real.clock(null), real.random()).execute(arguments));
  }

  /** Every command, with the time and the chance that it uses. */
  static CommandLine commandLine(Clock clock, SecureRandom random) {
    return commandLine(clock, random, new PageContents());
  }

  /**
   * @param pages what {@code release} is about
   */
  static CommandLine commandLine(Clock clock, SecureRandom random, PageContents pages) {
    CommandLine commands =
        group("ops/admin", "What the operator of Opstap does: programmes, invitations, releases.")
            .addSubcommand("programme", ProgrammeCommands.all(random))
            .addSubcommand("invite", new InviteCommand(clock, random))
            .addSubcommand("directory", DirectoryCommands.all(clock, random))
            .addSubcommand("release", PageListCommands.all(clock, pages))
            .addSubcommand("key", KeyCommands.all(random));
    commands.setExecutionExceptionHandler((problem, command, line) -> refused(problem, command));
    commands.setParameterExceptionHandler(
        (problem, arguments) -> {
          CommandLine command = problem.getCommandLine();
          command.getErr().println(problem.getMessage() + " (--help lists what there is)");
          return CommandLine.ExitCode.USAGE;
        });
    return commands;
  }

  /** A command that only holds others; by itself it prints what they are. */
  static CommandLine group(String name, String description) {
    CommandLine group = new CommandLine(new Group());
    group.getCommandSpec().name(name).usageMessage().description(description).autoWidth(true);
    return group;
  }

  private static int refused(Exception problem, CommandLine command) {
    PrintWriter err = command.getErr();
    if (problem instanceof Refusal refusal) {
      err.println(Action.visible(String.valueOf(refusal.getMessage())));
    } else {
      LOG.debug("not done", problem);
      err.println("it can't be done: " + problem);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Command
  private static final class Group extends Action {
    @Override
    public void run() {
      showHelp();
    }
  }
}
