package bailiwick.cli.rule;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.proof.AccountDifference;
import bailiwick.rules.proof.RuleDifference.Hands;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that change hands, told.
 *
 * @param worth what they are added up by
 */
record MovedTold(AccountDifference difference, AccountWorth worth) {

  private static final int MOST_SHOWN = 20;

  /** All of them, for machines. */
  Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("decided", difference.accounts());
    told.put("moved", difference.moved().size());
    told.put("value", worth.name().toLowerCase(Locale.ROOT));
    told.put("matrix", difference.matrix().entrySet().stream().map(this::way).toList());
    told.put("list", difference.moved().stream().map(this::account).toList());
    return told;
  }

  private Map<String, @Nullable Object> way(Map.Entry<Hands, AccountDifference.Total> of) {
    Map<String, @Nullable Object> told = hands(of.getKey());
    told.put("accounts", of.getValue().accounts());
    told.put("value", worth.decimal(of.getValue().value()));
    return told;
  }

  private Map<String, @Nullable Object> account(AccountDifference.Moved moved) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("account", moved.id());
    told.putAll(hands(moved.hands()));
    told.put("value", worth.decimal(moved.value()));
    return told;
  }

  private static Map<String, @Nullable Object> hands(Hands hands) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("from", hands.from().map(TerritoryCode::value).orElse(null));
    told.put("to", hands.to().map(TerritoryCode::value).orElse(null));
    return told;
  }

  /** From whom to whom, and the first of them, for people. */
  void print(PrintWriter out) {
    List<AccountDifference.Moved> moved = difference.moved();
    out.printf(Locale.ROOT, "%,d of %,d accounts move.%n", moved.size(), difference.accounts());
    difference
        .matrix()
        .forEach((hands, total) ->
            out.printf(
                Locale.ROOT,
                "%s: %,d accounts, %s %s%n",
                words(hands),
                total.accounts(),
                worth.name().toLowerCase(Locale.ROOT),
                worth.decimal(total.value()).toPlainString()));
    moved.stream()
        .limit(MOST_SHOWN)
        .forEach(one -> out.printf(Locale.ROOT, "  %s: %s%n", one.id(), words(one.hands())));
    if (moved.size() > MOST_SHOWN) {
      out.printf(Locale.ROOT, "  and %,d more; --json lists all%n", moved.size() - MOST_SHOWN);
    }
    out.flush();
  }

  private static String words(Hands hands) {
    return word(hands.from()) + " to " + word(hands.to());
  }

  private static String word(Optional<TerritoryCode> territory) {
    return territory.map(TerritoryCode::value).orElse("nobody");
  }
}
