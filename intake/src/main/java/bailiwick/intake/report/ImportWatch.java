package bailiwick.intake.report;

/** Looks on while a file is read, and may stop it. */
@FunctionalInterface
public interface ImportWatch {

  /** Looks away. */
  ImportWatch NONE = (rows, share) -> true;

  /**
   * Told every thousand rows.
   *
   * @param rows rows read so far, also those rejected or left out; 0 while the file is looked at
   *     before its first row is read
   * @param share of the work done so far, 0 to 1
   * @return whether to go on; otherwise the report says that the reading was stopped, and is not
   *     {@linkplain ImportReport#complete() complete}
   */
  boolean goesOn(long rows, double share);
}
