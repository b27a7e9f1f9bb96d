package org.opstap.backend.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything a server keeps; at most one running server has it.
 *
 * <p>The lock is the operating system's, on an open file: it goes with the process, however that
 * ends, so that there is no stale lock to remove by hand.
 */
public final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Creates the folder if need be, for its owner only, and takes it. */
  public static DataFolder open(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute, ownerOnly("rwx------"));
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locks(channel)) {
        channel.close();
        throw new DatabaseException(
            "another Opstap server is running on the data folder %s: stop it, or choose another with --data"
                .formatted(absolute));
      }
      return new DataFolder(absolute, channel);
    } catch (IOException e) {
      throw new DatabaseException("the data folder %s can't be used".formatted(absolute), e);
    }
  }

  public Path path() {
    return path;
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  static FileAttribute<?> ownerOnly(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
