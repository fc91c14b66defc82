package bailiwick.store.backup;

import java.nio.file.Path;
import java.time.Instant;

/** What a backup holds. */
public record BackupReport(Path file, Instant madeAt, String schema, long tables, long rows) {}
