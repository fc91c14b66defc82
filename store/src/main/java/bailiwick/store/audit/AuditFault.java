package bailiwick.store.audit;

/** Where the audit log is not what was written, and what can be seen of it there. */
public sealed interface AuditFault {

  /** Number of the first entry that is not what was written. */
  long entry();

  /** One sentence for people. */
  String message();

  /** The entry has other content than was written in its place. */
  record Changed(long entry) implements AuditFault {
    @Override
    public String message() {
      return "Entry %s is not the one that was written there: it was changed, or another stands in its place."
          .formatted(entry);
    }
  }

  /** There are entries behind it, but not this one. */
  record Missing(long entry) implements AuditFault {
    @Override
    public String message() {
      return "Entry %s is missing: it was removed.".formatted(entry);
    }
  }

  /**
   * The end of the log was cut off.
   *
   * @param entry the first that is gone
   * @param written how many entries were written
   */
  record Cut(long entry, long written) implements AuditFault {
    @Override
    public String message() {
      return "Entries %s to %s are missing: the end of the log was cut off."
          .formatted(entry, written);
    }
  }

  /** Entries stand behind the last that was written. */
  record Added(long entry) implements AuditFault {
    @Override
    public String message() {
      return "Entry %s stands behind the last that was written: it was put there past the program."
          .formatted(entry);
    }
  }
}
