package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.intake.AccountsFile;
import bailiwick.cli.terminal.CommandProblem;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Traits;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.mapping.OwnField;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.ImportProblem;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.check.FurtherFields;
import bailiwick.rules.cover.AccountValues;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.lookup.RuleLookup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Accounts as some rules see them: with the fields that they declare, and by the ids that they call
 * them by. Immutable.
 */
final class RuleAccounts {

  private static final List<String> UNSEEN = List.of("IMPORT_BAD_VALUE", "IMPORT_UNKNOWN_INDUSTRY");

  private final FurtherFields fields;
  private final Set<String> named; // what the rules call accounts

  private RuleAccounts(FurtherFields fields, Set<String> named) {
    this.fields = fields;
    this.named = Set.copyOf(named);
  }

  /** For rule sets that decide the same accounts, such as the layers of a file. */
  static RuleAccounts of(List<CheckedRules> rules) {
    Set<String> named = new HashSet<>();
    for (CheckedRules each : rules) {
      named.addAll(AccountValues.in(each.rules()));
      named.addAll(AccountValues.in(each.effective()));
    }
    return new RuleAccounts(FurtherFields.of(rules), named);
  }

  /** For compiled rules. */
  static RuleAccounts of(RuleLookup lookup) {
    return of(List.of(new CheckedRules(lookup.rules(), lookup.dimensions())));
  }

  /** For written rules, which call accounts by our ids once they are proven. */
  static RuleAccounts of(WrittenRules written) {
    return new RuleAccounts(FurtherFields.declaredBy(List.of(written.rules())), Set.of());
  }

  private List<OwnField> own() {
    return fields.names().stream()
        .map(name -> new OwnField(name, text -> fields.isValue(name, text), fields.expected(name)))
        .toList();
  }

  /**
   * Takes the accounts of a file one by one, and then prints what of them rules cannot see as it
   * stands there; a problem is thrown after the last.
   *
   * @throws ProblemException when a row was rejected or the file broke off
   */
  void each(Path file, Atlas atlas, String country, PrintWriter err, Consumer<Account> take) {
    ImportReport report = AccountsFile.each(file, atlas, country, own(), take);
    List<ImportProblem> unseen = report.problems().stream().filter(RuleAccounts::isUnseen).toList();
    new ProblemPrinter(err).print(unseen);
    long all =
        UNSEEN.stream().mapToLong(code -> report.problemCounts().getOrDefault(code, 0L)).sum();
    if (all > unseen.size()) {
      err.printf("… and %s more that are not listed.%n", all - unseen.size());
      err.flush();
    }
  }

  private static boolean isUnseen(ImportProblem problem) {
    return UNSEEN.contains(problem.code());
  }

  /** What the rules see of an account. */
  Attributes attributes(Account account) {
    String id =
        named.contains(account.externalId()) ? account.externalId() : account.id().toString();
    return Attributes.of(account).withAccount(id);
  }

  /**
   * Traits that a person gives by hand.
   *
   * @param values {@code field=value} each
   * @throws ProblemException with each that the rules do not know, or that is not a value
   */
  Traits traits(String product, List<String> tags, List<String> values) {
    Map<String, String> given = new LinkedHashMap<>();
    List<CommandProblem> problems = new ArrayList<>();
    for (String text : values) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals).strip();
      String value = equals < 0 ? "" : text.substring(equals + 1).strip();
      if (!fields.has(name)) {
        problems.add(new CommandProblem.FieldUnknown(name, fields.names()));
      } else if (!fields.isValue(name, value)) {
        problems.add(new CommandProblem.ValueUnfit(name, value, fields.expected(name)));
      } else {
        given.put(name, value);
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new Traits(product, tags, given);
  }

  /** What the rules call an account that a person names by the id of its file, or by ours. */
  String idOf(String given) {
    if (given.isEmpty() || named.contains(given)) {
      return given;
    }
    String id = AccountId.ofExternal(ImportSettings.DEFAULT.source(), given).toString();
    return named.contains(id) ? id : given;
  }
}
