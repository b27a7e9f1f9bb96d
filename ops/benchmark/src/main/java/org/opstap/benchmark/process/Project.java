package org.opstap.benchmark.process;

import java.nio.file.Path;

/** Where the project lies and what was built; {@code ops/bench} says so. */
public final class Project {
  private Project() {}

  public static Path root() {
    return Path.of(System.getProperty("opstap.root", ".")).toAbsolutePath().normalize();
  }

  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  public static Path jcmd() {
    return Path.of(System.getProperty("java.home"), "bin", "jcmd");
  }

  /** What {@code ops/run} starts: the server's jar and its libraries. */
  public static Path server() {
    return root().resolve("backend/target");
  }

  public static Path serverJar() {
    return server().resolve("opstap-backend.jar");
  }

  /** The layout for production: no embedded database, with a cache for the start. */
  public static Path production() {
    return root().resolve("backend/target/production");
  }

  public static Path module() {
    return root().resolve("ops/benchmark");
  }
}
