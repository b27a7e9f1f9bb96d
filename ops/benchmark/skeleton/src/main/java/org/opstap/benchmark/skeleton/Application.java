package org.opstap.benchmark.skeleton;

import io.micronaut.runtime.Micronaut;

/** Migrates its one table and answers one route. */
public final class Application {
  private Application() {}

  public static void main(String[] arguments) {
    var unused = Micronaut.run(Application.class, arguments);
  }
}
