package bailiwick.store.measure;

/** How a deal stands. */
public enum DealState {
  OPEN,
  WON,
  LOST
}
