package bailiwick.atlas.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which editions programs have open, told from one to the other by shared locks on a file of each
 * edition. A program lets go of them when it ends, however it ends. Thread-safe.
 */
final class EditionsInUse {

  private static final String LOCK_FILE = "in-use.lock";

  /** Editions that this program has open. A lock goes with the first channel of its file closed. */
  private static final Map<Path, FileChannel> KEPT = new HashMap<>();

  private EditionsInUse() {}

  /** Work on an edition that nobody has open. */
  interface Work {
    void on(Path edition) throws IOException;
  }

  /** Makes it possible to keep an edition that is being written. */
  static void prepare(Path edition) throws IOException {
    Files.createFile(edition.resolve(LOCK_FILE));
  }

  /** Keeps an edition until the program ends. False when another program is removing it. */
  static synchronized boolean keep(Path edition) throws IOException {
    Path key = edition.toAbsolutePath().normalize();
    if (KEPT.containsKey(key)) {
      return true;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(edition.resolve(LOCK_FILE), StandardOpenOption.READ);
    } catch (NoSuchFileException removed) {
      return false;
    }
    if (!isShared(channel)) {
      channel.close();
      return false;
    }
    KEPT.put(key, channel);
    return true;
  }

  private static boolean isShared(FileChannel channel) {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, true) != null;
    } catch (IOException none) {
      return true; // a file system without locks, on which nobody can remove it either
    }
  }

  /** Does something with an edition that nobody has open, and lets nobody open it meanwhile. */
  static synchronized void runIfFree(Path edition, Work work) throws IOException {
    if (KEPT.containsKey(edition.toAbsolutePath().normalize())) {
      return;
    }
    Path file = edition.resolve(LOCK_FILE);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        @Nullable FileLock lock = channel.tryLock()) {
      if (lock != null) {
        work.on(edition);
      }
    }
  }
}
