package bailiwick.store.embedded;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a data folder. The kernel takes the lock back when we die, however we die,
 * so a lock never outlives its holder. The file names the holder for the other's message.
 */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws ProblemException with {@code STORE_FOLDER_IN_USE} when another holds it
   */
  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        channel.close();
        throw inUse(folder);
      }
      String holder = "process " + ProcessHandle.current().pid() + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return new FolderLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether another holds the lock. */
  static boolean isHeld(Path folder) throws IOException {
    try {
      take(folder).close();
      return false;
    } catch (ProblemException held) {
      return true;
    }
  }

  /** Tells who holds the lock. */
  static ProblemException inUse(Path folder) throws IOException {
    String holder = Files.readString(folder.resolve("lock")).strip();
    return ProblemException.of(new StoreProblem.FolderInUse(folder.toString(), holder));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
