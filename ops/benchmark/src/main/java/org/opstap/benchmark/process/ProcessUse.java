package org.opstap.benchmark.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process has used, from {@code /proc}. */
public final class ProcessUse {
  private static final double TICKS_A_SECOND = 100;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  private ProcessUse() {}

  /** Seconds of processor time since it started. */
  public static double processorSeconds(long pid) throws IOException {
    String stat =
        Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.UTF_8);
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS)))
        / TICKS_A_SECOND;
  }

  /** Resident bytes now. */
  public static long residentBytes(long pid) throws IOException {
    return kilobytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:") * 1_024;
  }

  /** Bytes of memory that the machine has. */
  public static long machineBytes() throws IOException {
    return kilobytes(Path.of("/proc/meminfo"), "MemTotal:") * 1_024;
  }

  private static long kilobytes(Path file, String name) throws IOException {
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith(name)) {
        String digits = line.substring(name.length()).strip();
        return Long.parseLong(digits.substring(0, digits.indexOf(' ')));
      }
    }
    throw new IOException(name + " is not in " + file);
  }

  /** Processor time of a process from one moment to another. */
  public static final class Meter {
    private final long pid;
    private final long startedAt = System.nanoTime();
    private final double before;

    public Meter(long pid) throws IOException {
      this.pid = pid;
      this.before = processorSeconds(pid);
    }

    /** How many processors it kept busy since. */
    public double processors() throws IOException {
      return (processorSeconds(pid) - before) / ((System.nanoTime() - startedAt) / 1e9);
    }
  }
}
