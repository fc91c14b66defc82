package bailiwick.store.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that outlives a request.
 *
 * @param kind such as {@code design} or {@code import}
 * @param subject id of what it works on, empty when none
 * @param request what was asked, JSON
 * @param progress 0 to 1
 * @param message what it does now, one sentence
 * @param result JSON, null until there is one
 * @param problems JSON list, null unless failed
 * @param startedAt null until started
 * @param finishedAt null until finished
 */
public record Job(
    JobId id,
    String kind,
    String subject,
    String request,
    long seed,
    JobState state,
    double progress,
    String message,
    @Nullable String result,
    @Nullable String problems,
    String createdBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {}
