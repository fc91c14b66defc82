package bailiwick.store.ledger;

/** Who changes the ledger, and why. */
public record Change(Cause cause, String who, String why) {}
