package org.opstap.backend.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines that can't repeat what a client sent: a library's message keeps its placeholders,
 * and an exception shows its types and frames, never its text.
 *
 * <p>Parsers quote their input in exceptions, and so does a database ({@code Duplicate entry '…'}).
 */
public final class CarefulLayout extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final String OURS = "org.opstap.";
  private static final int FRAMES = 12;

  @Override
  public String doLayout(ILoggingEvent event) {
    String name = event.getLoggerName();
    var line = new StringBuilder();
    line.append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
        .append(' ')
        .append(event.getLevel())
        .append(' ')
        .append(name.substring(name.lastIndexOf('.') + 1))
        .append(": ")
        .append(name.startsWith(OURS) ? event.getFormattedMessage() : event.getMessage())
        .append('\n');
    appendThrowable(line, event.getThrowableProxy());
    return line.toString();
  }

  private static void appendThrowable(StringBuilder text, @Nullable IThrowableProxy top) {
    for (IThrowableProxy cause = top; cause != null; cause = cause.getCause()) {
      text.append(cause == top ? "  " : "  caused by ").append(cause.getClassName()).append('\n');
      StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("    ").append(frames[i].getSTEAsString()).append('\n');
      }
    }
  }
}
