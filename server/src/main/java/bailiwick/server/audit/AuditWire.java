package bailiwick.server.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of the audit log. */
public final class AuditWire {

  private AuditWire() {}

  /** An entry. */
  @Schema(description = "One line of the audit log.")
  public record AuditEntryView(
      @Schema(description = "Its number: 1 for the first, without gaps.", example = "4711")
          long sequence,
      @Schema(description = "When it was written.", example = "2026-11-21T09:30:00Z") Instant at,
      @Schema(description = "Who did it: a user, a key, or the program.", example = "maria")
          String who,
      @Schema(description = "What was done.", example = "plan.published") String action,
      @Schema(description = "Id of what changed.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b70")
          String subject,
      @Schema(
              description = "What is told beside; a value that changed has from and to.",
              example = "{\"name\":{\"from\":\"Design 1\",\"to\":\"FY27\"}}")
          Map<String, Object> detail,
      @Schema(
              description = "SHA-256 over the entry and the hash before it, in hexadecimal.",
              example = "2f0c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a")
          String hash) {}

  /** A page of entries. */
  @Schema(description = "A page of the audit log, the newest first.")
  public record AuditPage(
      @Schema(description = "The entries.") List<AuditEntryView> items,
      @Schema(description = "Where the next page starts; null on the last.", example = "QWNtZQ")
          @Nullable String nextCursor) {}

  /** What does not fit. */
  public enum AuditFaultKind {
    CHANGED,
    MISSING,
    CUT,
    ADDED
  }

  /** Where somebody tampered. */
  @Schema(description = "The first entry that is not what was written.")
  public record AuditFaultView(
      @Schema(
              description =
                  "What can be seen: the entry has other content, is missing, the end of the log was"
                      + " cut off, or it stands behind the last that was written.",
              example = "CHANGED")
          AuditFaultKind kind,
      @Schema(description = "Its number.", example = "4711") long entry,
      @Schema(
              description = "The same in one sentence.",
              example = "Entry 4712 is missing: it was removed.")
          String message) {}

  /** What a look through the log found. */
  @Schema(description = "Whether the audit log is what was written.")
  public record AuditVerification(
      @Schema(description = "Whether nobody tampered, as far as it can show.", example = "true")
          boolean holds,
      @Schema(description = "Entries that fit, up to the first that does not.", example = "4711")
          long entries,
      @Schema(
              description = "Hash of the last of them. Note it elsewhere to ask for it later.",
              example = "2f0c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a")
          String lastHash,
      @Schema(description = "The first entry that does not fit; null when all do.")
          @Nullable AuditFaultView fault,
      @Schema(
              description = "Whether an entry has the hash that was asked for; true when none was.",
              example = "true")
          boolean notedHashFound) {}
}
