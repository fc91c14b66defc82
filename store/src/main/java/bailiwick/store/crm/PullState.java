package bailiwick.store.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a kind of rows was pulled.
 *
 * @param since all changes before it are known; null before the first pull
 * @param page where a pull goes on, empty when none runs
 * @param pulledAt when a pull last came to its end, null when none did
 * @param report JSON of what its rows came to, null when none did
 */
public record PullState(
    String kind,
    @Nullable Instant since,
    String page,
    @Nullable Instant pulledAt,
    @Nullable String report) {}
