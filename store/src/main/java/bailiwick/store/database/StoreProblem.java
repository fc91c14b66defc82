package bailiwick.store.database;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What can stand in the way of keeping data, and can be put right. Values only. */
public sealed interface StoreProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** The data folder cannot be made, read or written. */
  record FolderUnusable(String folder, String reason) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_FOLDER_UNUSABLE";
    }

    @Override
    public String message() {
      return "The data folder `%s` cannot be used: %s.".formatted(folder, reason);
    }

    @Override
    public String hint() {
      return "Name a folder that your user may write, or change its owner.";
    }
  }

  /** Another server works on the data folder. */
  record FolderInUse(String folder, String holder) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_FOLDER_IN_USE";
    }

    @Override
    public String message() {
      return "The data folder `%s` is in use by another server (%s).".formatted(folder, holder);
    }

    @Override
    public String hint() {
      return "Stop the other server, or name another data folder.";
    }
  }

  /** Not enough room is left on the disk. */
  record DiskFull(String folder, long freeBytes, long neededBytes) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_DISK_FULL";
    }

    @Override
    public String message() {
      return "The disk of `%s` has %s MB free, and %s MB are needed."
          .formatted(folder, freeBytes >> 20, neededBytes >> 20);
    }

    @Override
    public String hint() {
      return "Free some room, or name a data folder on another disk.";
    }
  }

  /** The port asked for is taken. */
  record PortBusy(int port) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_PORT_BUSY";
    }

    @Override
    public String message() {
      return "The database's port (%s) is taken by another program.".formatted(port);
    }

    @Override
    public String hint() {
      return "Name another port, or 0 for any free one.";
    }
  }

  /** The embedded database did not start. */
  record CannotStart(String folder, String reason) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_CANNOT_START";
    }

    @Override
    public String message() {
      return "The database in `%s` did not start: %s.".formatted(folder, reason);
    }

    @Override
    public String hint() {
      return "The end of postgres.log in the data folder says more.";
    }
  }

  /** No embedded database is packaged for this machine. */
  record PlatformUnsupported(String os, String architecture) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_PLATFORM_UNSUPPORTED";
    }

    @Override
    public String message() {
      return "No embedded database is packaged for %s on %s.".formatted(os, architecture);
    }

    @Override
    public String hint() {
      return "Name an external PostgreSQL (15 to 18) by its JDBC address.";
    }
  }

  /** The database cannot be reached, or refuses the sign-in. */
  record CannotConnect(String address, String reason) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_CANNOT_CONNECT";
    }

    @Override
    public String message() {
      return "The database at `%s` cannot be reached: %s.".formatted(address, reason);
    }

    @Override
    public String hint() {
      return "Check the address, the user and the password.";
    }
  }

  /** The disk of the running database is full. */
  record NoRoom() implements StoreProblem {
    @Override
    public String code() {
      return "STORE_NO_ROOM";
    }

    @Override
    public String message() {
      return "The database's disk is full; the change was not saved.";
    }

    @Override
    public String hint() {
      return "Free some room and repeat the change. What was saved before is safe.";
    }
  }

  /** The database went away while work was under way. */
  record ConnectionLost() implements StoreProblem {
    @Override
    public String code() {
      return "STORE_CONNECTION_LOST";
    }

    @Override
    public String message() {
      return "The connection to the database was lost.";
    }

    @Override
    public String hint() {
      return "Look whether the change was saved before you repeat it.";
    }
  }

  /** Another change held what this one needed, and was taken first. */
  record Busy() implements StoreProblem {
    @Override
    public String code() {
      return "STORE_BUSY";
    }

    @Override
    public String message() {
      return "Another change holds what this one needs; this one was not saved.";
    }

    @Override
    public String hint() {
      return "Try again in a moment. Loads, publications and models of potential hold accounts for a while.";
    }
  }

  /** The data was written by a newer Bailiwick. */
  record NewerSchema(String found, String known) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_NEWER_SCHEMA";
    }

    @Override
    public String message() {
      return "The data has schema version %s; this Bailiwick knows versions up to %s."
          .formatted(found, known);
    }

    @Override
    public String hint() {
      return "Use the newer Bailiwick that wrote it, or restore an older backup.";
    }
  }

  /** Somebody else changed the thing meanwhile. */
  record StaleVersion(String thing, String id, long expected, long actual) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_STALE_VERSION";
    }

    @Override
    public String message() {
      return "The %s %s is at version %s; your change was made on version %s."
          .formatted(thing, id, actual, expected);
    }

    @Override
    public Place place() {
      return new Place.OfThing(thing, id);
    }

    @Override
    public String hint() {
      return "Load it again and repeat the change.";
    }
  }

  /** There is no such thing. */
  record NotFound(String thing, String id) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no %s `%s`.".formatted(thing, id);
    }

    @Override
    public Place place() {
      return new Place.OfThing(thing, id);
    }
  }

  /** A name or an id that must be unique is taken. */
  record AlreadyExists(String thing, String id) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_ALREADY_EXISTS";
    }

    @Override
    public String message() {
      return "There is already a %s `%s`.".formatted(thing, id);
    }

    @Override
    public Place place() {
      return new Place.OfThing(thing, id);
    }
  }

  /** The page asked for was not handed out by the same list. */
  record CursorUnknown(String cursor) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_CURSOR_UNKNOWN";
    }

    @Override
    public String message() {
      return "The cursor `%s` was not handed out by this list.".formatted(cursor);
    }

    @Override
    public String hint() {
      return "Start without a cursor and follow `nextCursor`.";
    }
  }

  /** A backup file is broken. */
  record BackupDamaged(String file, String reason) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_BACKUP_DAMAGED";
    }

    @Override
    public String message() {
      return "The backup `%s` is damaged: %s.".formatted(file, reason);
    }

    @Override
    public String hint() {
      return "Nothing was restored. Use another copy of the file.";
    }
  }

  /** A file is no backup of Bailiwick. */
  record BackupForeign(String file) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_BACKUP_FOREIGN";
    }

    @Override
    public String message() {
      return "The file `%s` is not a Bailiwick backup.".formatted(file);
    }

    @Override
    public String hint() {
      return "Name a file that `bailiwick backup` wrote.";
    }
  }

  /** A backup is restored into an empty folder only. */
  record FolderNotEmpty(String folder) implements StoreProblem {
    @Override
    public String code() {
      return "STORE_FOLDER_NOT_EMPTY";
    }

    @Override
    public String message() {
      return "The folder `%s` is not empty.".formatted(folder);
    }

    @Override
    public String hint() {
      return "Restore into a new or empty data folder.";
    }
  }

  /** A day or an instant that the database has no room for. */
  record DayOutOfRange() implements StoreProblem {
    @Override
    public String code() {
      return "STORE_DAY_OUT_OF_RANGE";
    }

    @Override
    public String message() {
      return "A day or an instant of the request lies too far off to be kept or looked for.";
    }

    @Override
    public String hint() {
      return "Use days between 1900-01-01 and 2999-12-31.";
    }
  }

  /** Two facts that exclude one another, such as two owners of an account on a day. */
  record Excluded() implements StoreProblem {
    @Override
    public String code() {
      return "STORE_EXCLUDED";
    }

    @Override
    public String message() {
      return "Somebody else has just written what excludes this, such as another owner of an account"
          + " on the same day.";
    }

    @Override
    public String hint() {
      return "Load it again and decide anew; nothing of yours was written.";
    }
  }
}
