package bailiwick.store.backup;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.Store;
import java.nio.file.Path;

/**
 * A whole store in one file: a zip of every table as text, all of one moment, with a manifest of
 * row counts and checksums. It can be restored into another PostgreSQL version.
 */
public final class Backup {

  private Backup() {}

  /** Writes the store to a file while others work; an existing file is replaced at the end only. */
  public static BackupReport write(Store store, Path file) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Restores a file into a new or empty data folder. Checked first: a damaged or foreign file
   * changes nothing.
   *
   * @throws ProblemException with {@code STORE_BACKUP_DAMAGED}, {@code STORE_BACKUP_FOREIGN},
   *     {@code STORE_FOLDER_NOT_EMPTY} or {@code STORE_NEWER_SCHEMA}
   */
  public static BackupReport restore(Path file, Path emptyFolder) {
    throw new UnsupportedOperationException("Being written.");
  }
}
