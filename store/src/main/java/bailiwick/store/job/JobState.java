package bailiwick.store.job;

/** How a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED,
  /** The server stopped while it ran; it may be started again with the same seed. */
  INTERRUPTED
}
