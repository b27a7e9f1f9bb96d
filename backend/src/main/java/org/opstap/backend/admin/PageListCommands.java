package org.opstap.backend.admin;

import java.time.Clock;
import org.opstap.backend.page.PageContents;
import picocli.CommandLine;

/** {@code release}: the signed list of the pages, made and compared with what is served. */
final class PageListCommands {
  private PageListCommands() {}

  static CommandLine all(Clock clock, PageContents contents) {
    return Main.group(
            "release", "Signs what the pages are made of, and compares it with what is served.")
        .addSubcommand("sign", new SignPagesCommand(clock, contents))
        .addSubcommand("verify", new VerifyPagesCommand());
  }
}
