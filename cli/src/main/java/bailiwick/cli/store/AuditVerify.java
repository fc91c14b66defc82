package bailiwick.cli.store;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.store.Store;
import bailiwick.store.audit.AuditChain;
import bailiwick.store.audit.AuditFault;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that nobody changed or dropped an entry of the audit log. */
@Command(
    name = "verify",
    description = {
      "Check that every entry of the audit log is what was written in its place: tells of entries",
      "that were changed, removed or exchanged, and of an end that was cut off. Note the hash that it",
      "prints and hand it back later with --holds: who can forge all of the log cannot forge that",
      "one. Exit code 1 when somebody tampered."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick audit verify --data bailiwick",
      "  bailiwick audit verify --holds 2f0c…9a"
    })
final class AuditVerify implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--holds",
      paramLabel = "HASH",
      description = "A hash noted earlier, which must still be that of an entry.")
  private @Nullable String hash;

  @Mixin private StoreOption where;
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    AuditChain chain;
    try (Store store = where.open()) {
      chain = store.audit().verify(hash);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, document(chain));
    } else {
      out.println(sentence(chain));
      out.flush();
    }
    return chain.holds() ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private static Map<String, Object> document(AuditChain chain) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("holds", chain.holds());
    fields.put("entries", chain.entries());
    fields.put("lastHash", chain.lastHash());
    fields.put("brokenAt", chain.fault().map(AuditFault::entry).orElse(null));
    fields.put("fault", chain.fault().map(AuditFault::message).orElse(null));
    fields.put("notedHashFound", chain.notedFound());
    return fields;
  }

  private static String sentence(AuditChain chain) {
    if (chain.fault().isPresent()) {
      return "The audit log is broken. " + chain.fault().get().message();
    }
    if (!chain.notedFound()) {
      return "The audit log has no entry of the hash that was noted: entries at its end were dropped.";
    }
    return String.format(
        Locale.ROOT,
        "The audit log holds: %,d entries, each fits the one before. Hash of the last: %s",
        chain.entries(),
        chain.lastHash());
  }
}
