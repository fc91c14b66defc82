package bailiwick.server.audit;

import bailiwick.server.audit.AuditWire.AuditEntryView;
import bailiwick.server.audit.AuditWire.AuditFaultKind;
import bailiwick.server.audit.AuditWire.AuditFaultView;
import bailiwick.server.audit.AuditWire.AuditPage;
import bailiwick.server.audit.AuditWire.AuditVerification;
import bailiwick.store.Store;
import bailiwick.store.audit.AuditChain;
import bailiwick.store.audit.AuditEntry;
import bailiwick.store.audit.AuditFault;
import bailiwick.store.audit.AuditQuery;
import bailiwick.store.database.Page;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shows the audit log. Thread-safe. */
public class Audits {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final Store store;
  private final JsonMapper json;

  /** The log of a store. */
  public Audits(Store store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  AuditPage list(AuditQuery wanted, @Nullable String cursor, int limit) {
    Page<AuditEntry> page = store.audit().list(wanted, cursor, limit);
    return new AuditPage(page.items().stream().map(this::view).toList(), page.nextCursor());
  }

  private AuditEntryView view(AuditEntry entry) {
    return new AuditEntryView(
        entry.sequence(),
        entry.at(),
        entry.who(),
        entry.action(),
        entry.subject(),
        json.readValue(entry.detail(), FIELDS),
        entry.hash());
  }

  void write(AuditFile form, AuditQuery wanted, OutputStream out) throws IOException {
    form.write(
        store.audit(),
        wanted,
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
  }

  AuditVerification verify(@Nullable String noted) {
    AuditChain chain = store.audit().verify(noted);
    return new AuditVerification(
        chain.holds(),
        chain.entries(),
        chain.lastHash(),
        chain.fault().map(Audits::view).orElse(null),
        chain.notedFound());
  }

  private static AuditFaultView view(AuditFault fault) {
    AuditFaultKind kind =
        switch (fault) {
          case AuditFault.Changed changed -> AuditFaultKind.CHANGED;
          case AuditFault.Missing missing -> AuditFaultKind.MISSING;
          case AuditFault.Cut cut -> AuditFaultKind.CUT;
          case AuditFault.Added added -> AuditFaultKind.ADDED;
        };
    return new AuditFaultView(kind, fault.entry(), fault.message());
  }
}
