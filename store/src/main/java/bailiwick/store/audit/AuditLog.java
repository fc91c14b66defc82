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
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of who changed what, each entry chained to the one before: its hash covers
 * its own fields and the earlier hash, so that changing or dropping an entry breaks every later
 * one. Where the chain ends is kept beside it, so that dropping the newest shows as well.
 * Thread-safe: writers take turns at the end of the chain, until their transactions end.
 */
public final class AuditLog {

  private static final String COLUMNS = "sequence, at, who, action, subject, detail, hash";
  private static final String START_OF_CHAIN = "0".repeat(64);
  private static final int READ_AT_ONCE = 2_000;

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
   */
  public AuditEntry append(String who, String action, Object subject, AuditDetail detail) {
    return append(who, action, subject.toString(), detail.json());
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
      Head last = head();
      long sequence = last.sequence() + 1;
      Instant at = database.now();
      String hash = hash(last.hash(), sequence, at, who, action, subject, detail);
      AuditEntry entry = new AuditEntry(sequence, at, who, action, subject, detail, hash);
      insert(entry);
      advance(entry);
      return entry;
    });
  }

  /** Where the chain ends as it was written, kept apart so that a cut end shows. */
  private record Head(long sequence, String hash) {}

  private Head head() {
    return database
        .jdbc()
        .sql("SELECT sequence, hash FROM audit_head")
        .query((row, number) -> new Head(row.getLong("sequence"), Rows.text(row, "hash")))
        .optional()
        .orElse(new Head(0, START_OF_CHAIN));
  }

  private void advance(AuditEntry entry) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO audit_head (sequence, hash) VALUES (:sequence, :hash)
            ON CONFLICT (only_row) DO UPDATE SET (sequence, hash)
              = (excluded.sequence, excluded.hash)
            """)
        .param("sequence", entry.sequence())
        .param("hash", entry.hash())
        .update();
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

  /** A page of all entries, newest first. */
  public Page<AuditEntry> list(@Nullable String cursor, int limit) {
    return list(AuditQuery.ALL, cursor, limit);
  }

  /** A page of the entries that are wanted, newest first. */
  public Page<AuditEntry> list(AuditQuery wanted, @Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    long before =
        cursor == null ? Long.MAX_VALUE : Cursor.read(cursor).id().getLeastSignificantBits();
    List<AuditEntry> rows = select(wanted, "sequence < :edge", "sequence DESC", before, limit + 1);
    return Cursor.page(rows, limit, entry -> new Cursor("", new UUID(0, entry.sequence())));
  }

  /** The first entry that is not what was written, empty when all are. */
  public Optional<AuditFault> findBreak() {
    return verify(null).fault();
  }

  /**
   * Looks whether every entry is what was written in its place, and whether all are there.
   *
   * @param noted a hash that an entry had, null for none. Who can write past the program can forge
   *     the whole chain and its recorded end, but not a hash that somebody has noted elsewhere
   */
  public AuditChain verify(@Nullable String noted) {
    Head head = head();
    String before = START_OF_CHAIN;
    boolean found = noted == null;
    long next = 1;
    while (next <= head.sequence()) {
      List<AuditEntry> entries = from(AuditQuery.ALL, next);
      if (entries.isEmpty()) {
        return broken(next - 1, before, new AuditFault.Cut(next, head.sequence()), found);
      }
      for (AuditEntry entry : entries) {
        if (entry.sequence() > head.sequence()) {
          break; // written since the end was read
        }
        if (entry.sequence() != next) {
          return broken(next - 1, before, new AuditFault.Missing(next), found);
        }
        if (!entry.hash().equals(hash(before, entry))) {
          return broken(next - 1, before, new AuditFault.Changed(next), found);
        }
        before = entry.hash();
        found |= before.equals(noted);
        next++;
      }
    }
    if (!before.equals(head.hash())) {
      return broken(next - 1, before, new AuditFault.Changed(next - 1), found);
    }
    Optional<AuditFault> added = findAdded();
    return new AuditChain(next - 1, before, added, found);
  }

  private static AuditChain broken(long entries, String hash, AuditFault fault, boolean found) {
    return new AuditChain(entries, hash, Optional.of(fault), found);
  }

  private Optional<AuditFault> findAdded() {
    return database
        .jdbc()
        .sql(
            """
            SELECT min(sequence) AS first FROM audit_entry
            WHERE sequence > coalesce((SELECT sequence FROM audit_head), 0)
            """)
        .query((row, number) -> Rows.findNumber(row, "first"))
        .single()
        .stream()
        .<AuditFault>mapToObj(AuditFault.Added::new)
        .findFirst();
  }

  /** Shows every entry that is wanted, the oldest first, and tells how many there were. */
  public long forEach(AuditQuery wanted, Consumer<AuditEntry> consumer) {
    long next = 1;
    long shown = 0;
    while (true) {
      List<AuditEntry> entries = from(wanted, next);
      entries.forEach(consumer);
      shown += entries.size();
      if (entries.size() < READ_AT_ONCE) {
        return shown;
      }
      next = entries.getLast().sequence() + 1;
    }
  }

  private List<AuditEntry> from(AuditQuery wanted, long sequence) {
    return select(wanted, "sequence >= :edge", "sequence", sequence, READ_AT_ONCE);
  }

  private List<AuditEntry> select(
      AuditQuery wanted, String beyond, String order, long edge, int limit) {
    return database
        .jdbc()
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM audit_entry WHERE "
                + beyond
                + """

                  AND (who = :who OR :who IS NULL)
                  AND (action = :action OR starts_with(action, :action || '.') OR :action IS NULL)
                  AND (subject = :subject OR :subject IS NULL)
                  AND at >= coalesce(:from, CAST('-infinity' AS timestamptz))
                  AND at < coalesce(:until, CAST('infinity' AS timestamptz))
                """
                + " ORDER BY "
                + order
                + " LIMIT :limit")
        .param("edge", edge)
        .param("who", wanted.who(), Types.VARCHAR)
        .param("action", wanted.action(), Types.VARCHAR)
        .param("subject", wanted.subject(), Types.VARCHAR)
        .param("from", Database.at(wanted.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", Database.at(wanted.until()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("limit", limit)
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
    MessageDigest digest = sha256();
    for (Object part : parts) {
      byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The SHA-256 of a text. */
  static byte[] sha256(String text) {
    return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
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
