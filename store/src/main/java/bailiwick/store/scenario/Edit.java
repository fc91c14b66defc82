package bailiwick.store.scenario;

import java.time.Instant;

/**
 * One entry of a scenario's journal: units that moved together.
 *
 * @param sequence 1 for the first edit
 * @param units how many units moved
 * @param to number of the territory they moved to, -1 for none
 * @param undone whether it is undone now
 */
public record Edit(int sequence, int units, int to, boolean undone, String who, Instant at) {}
