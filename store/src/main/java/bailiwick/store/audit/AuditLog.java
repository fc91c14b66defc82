package bailiwick.store.audit;

import bailiwick.store.database.Cursor;
import bailiwick.store.database.Database;
import bailiwick.store.database.Page;
import bailiwick.store.database.Rows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of who changed what, each entry chained to the one before: its hash covers
 * its own fields and the earlier hash, so that changing or dropping an entry breaks every later
 * one. Thread-safe: writers take turns at the end of the chain, until their transactions end.
 */
public final class AuditLog {

  private static final String COLUMNS = "sequence, at, who, action, subject, detail, hash";
  private static final String START_OF_CHAIN = "0".repeat(64);
  private static final int CHECKED_AT_ONCE = 5_000;

  /** Any number will do, as long as nobody else locks it: the ASCII of "audit". */
  private static final long CHAIN_LOCK = 0x6175646974L;

  private final Database database;

  /** Keeps the log in a database. */
  public AuditLog(Database database) {
    this.database = database;
  }

  /**
   * Appends an entry, in the caller's transaction when there is one.
   *
   * @param action such as {@code plan.published}
   * @param subject id of what changed
   * @param detail JSON
   */
  public AuditEntry append(String who, String action, String subject, String detail) {
    return database.inTransaction(() -> {
      database
          .jdbc()
          .sql("SELECT pg_advisory_xact_lock(:lock)")
          .param("lock", CHAIN_LOCK)
          .query(row -> {});
      Optional<AuditEntry> last = findLast();
      long sequence = last.map(AuditEntry::sequence).orElse(0L) + 1;
      Instant at = database.now();
      String hash =
          hash(
              last.map(AuditEntry::hash).orElse(START_OF_CHAIN),
              sequence,
              at,
              who,
              action,
              subject,
              detail);
      AuditEntry entry = new AuditEntry(sequence, at, who, action, subject, detail, hash);
      insert(entry);
      return entry;
    });
  }

  private Optional<AuditEntry> findLast() {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM audit_entry ORDER BY sequence DESC LIMIT 1")
        .query(AuditLog::map)
        .optional();
  }

  private void insert(AuditEntry entry) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO audit_entry (sequence, at, who, action, subject, detail, hash)
            VALUES (:sequence, :at, :who, :action, :subject, CAST(:detail AS json), :hash)
            """)
        .param("sequence", entry.sequence())
        .param("at", Database.at(entry.at()))
        .param("who", entry.who())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("detail", entry.detail())
        .param("hash", entry.hash())
        .update();
  }

  /** A page of entries, newest first. */
  public Page<AuditEntry> list(@Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    long before =
        cursor == null ? Long.MAX_VALUE : Cursor.read(cursor).id().getLeastSignificantBits();
    List<AuditEntry> rows =
        database
            .jdbc()
            .sql(
                "SELECT "
                    + COLUMNS
                    + " FROM audit_entry WHERE sequence < :before"
                    + " ORDER BY sequence DESC LIMIT :limit")
            .param("before", before)
            .param("limit", limit + 1)
            .query(AuditLog::map)
            .list();
    return Cursor.page(rows, limit, entry -> new Cursor("", new UUID(0, entry.sequence())));
  }

  /** The sequence of the first entry that does not fit the chain, empty when all do. */
  public OptionalLong findBreak() {
    return verify(null).brokenAt();
  }

  /**
   * Looks whether every entry fits the one before it.
   *
   * @param noted a hash that an entry had, null for none: a chain cannot show that its newest
   *     entries were dropped, but somebody who has noted the hash of one can
   */
  public AuditChain verify(@Nullable String noted) {
    String before = START_OF_CHAIN;
    boolean found = noted == null;
    long next = 1;
    while (true) {
      List<AuditEntry> entries = from(next);
      for (AuditEntry entry : entries) {
        if (entry.sequence() != next || !entry.hash().equals(hash(before, entry))) {
          return new AuditChain(next - 1, before, OptionalLong.of(next), found);
        }
        before = entry.hash();
        found |= before.equals(noted);
        next++;
      }
      if (entries.size() < CHECKED_AT_ONCE) {
        return new AuditChain(next - 1, before, OptionalLong.empty(), found);
      }
    }
  }

  /** Shows every entry, the oldest first, and tells how many there were. */
  public long forEach(Consumer<AuditEntry> consumer) {
    long next = 1;
    long shown = 0;
    while (true) {
      List<AuditEntry> entries = from(next);
      entries.forEach(consumer);
      shown += entries.size();
      if (entries.size() < CHECKED_AT_ONCE) {
        return shown;
      }
      next = entries.getLast().sequence() + 1;
    }
  }

  private List<AuditEntry> from(long sequence) {
    return database
        .jdbc()
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM audit_entry WHERE sequence >= :from ORDER BY sequence LIMIT :limit")
        .param("from", sequence)
        .param("limit", CHECKED_AT_ONCE)
        .query(AuditLog::map)
        .list();
  }

  private static String hash(String before, AuditEntry entry) {
    return hash(
        before,
        entry.sequence(),
        entry.at(),
        entry.who(),
        entry.action(),
        entry.subject(),
        entry.detail());
  }

  /** Each part goes in behind its length, so that no two entries spell the same bytes. */
  private static String hash(Object... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static AuditEntry map(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("sequence"),
        Rows.instant(row, "at"),
        Rows.text(row, "who"),
        Rows.text(row, "action"),
        Rows.text(row, "subject"),
        Rows.text(row, "detail"),
        Rows.text(row, "hash"));
  }
}
