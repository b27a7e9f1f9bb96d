package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opstap.benchmark.process.Processes;

/** A tmpfs that can be filled to its last byte, where this runs as root and may mount one. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4_096;

  private final Path path;
  private final AtomicBoolean mounted = new AtomicBoolean(true);

  private SmallDisk(Path path) {
    this.path = path;
  }

  /**
   * Mounts one; empty if that can't be done here.
   *
   * @param folder to mount it in
   */
  static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return Optional.empty();
    }
    Files.createDirectories(folder);
    try {
      String unused =
          Processes.output(
              List.of(
                  "mount",
                  "-t",
                  "tmpfs",
                  "-o",
                  "size=%dm,mode=755".formatted(megabytes),
                  "opstap-chaos",
                  folder.toString()));
    } catch (IOException e) {
      return Optional.empty();
    }
    SmallDisk disk = new SmallDisk(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount, "unmount"));
    return Optional.of(disk);
  }

  Path path() {
    return path;
  }

  /** Leaves no room for anything. */
  void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (Files.getFileStore(path).getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  /** Gives back what {@link #fill} took. */
  void relieve() throws IOException {
    Files.deleteIfExists(ballast());
  }

  private Path ballast() {
    return path.resolve("ballast");
  }

  private void unmount() {
    if (!mounted.getAndSet(false)) {
      return;
    }
    try {
      String unused = Processes.output(List.of("umount", "-l", path.toString()));
    } catch (IOException e) {
      System.err.println("could not unmount " + path);
    }
  }

  @Override
  public void close() {
    unmount();
  }
}
