package bailiwick.server.route;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.Decision;
import bailiwick.rules.decide.Trace;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.server.route.ExplainWire.ChangeView;
import bailiwick.server.route.ExplainWire.ChangedValue;
import bailiwick.server.route.ExplainWire.ConditionView;
import bailiwick.server.route.ExplainWire.ExplainRequest;
import bailiwick.server.route.ExplainWire.ExplainedDecision;
import bailiwick.server.route.ExplainWire.LedgerView;
import bailiwick.server.route.ExplainWire.TriedRule;
import bailiwick.server.route.ExplainWire.ValueView;
import bailiwick.store.Store;
import bailiwick.store.ledger.LedgerSubject;
import bailiwick.store.plan.Layer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides one subject by the rules in force and tells everything that led to it. Thread-safe. */
public class Explainer {

  private static final String USUAL_LAYER = "new-business";

  private final Store store;
  private final PublishedRouters routers;
  private final Decider decider;
  private final Today today;

  /** Explains by the rules of a store. */
  public Explainer(Store store, PublishedRouters routers, Decider decider, Today today) {
    this.store = store;
    this.routers = routers;
    this.decider = decider;
    this.today = today;
  }

  /** A subject by its values. */
  ExplainedDecision explain(ExplainRequest request) {
    Layer layer = routers.getLayer(layerOr(request.layer()));
    LocalDate on = request.on() == null ? today.date() : request.on();
    Published rules = routers.getOn(layer.id(), on);
    Subject subject = subject(request.values(), rules.router().lookup().dimensions());
    return view(layer, on, rules, subject, null);
  }

  /** An account as it is now. */
  ExplainedDecision explain(AccountId account, @Nullable String code, @Nullable LocalDate day) {
    Layer layer = routers.getLayer(layerOr(code));
    LocalDate on = day == null ? today.date() : day;
    Published rules = routers.getOn(layer.id(), on);
    LedgerSubject stands = store.ledger().findSubject(account, layer.id(), on).orElseThrow();
    Subject subject = rules.router().subject(stands.attributes(rules.families()));
    return view(layer, on, rules, subject, stands);
  }

  private static String layerOr(@Nullable String code) {
    return code == null || code.isBlank() ? USUAL_LAYER : code;
  }

  private static Subject subject(Map<String, @Nullable String> values, Dimensions dimensions) {
    List<ServerProblem> problems = new ArrayList<>();
    Subject subject = Subject.UNKNOWN;
    for (Map.Entry<String, @Nullable String> given : values.entrySet()) {
      String pointer = "/values/" + given.getKey();
      Optional<Dimension> dimension = dimensions.find(given.getKey());
      String text = given.getValue();
      if (dimension.isEmpty()) {
        problems.add(
            new ServerProblem.Field(
                pointer,
                "is not a field of the rules: known are " + String.join(", ", dimensions.names())));
      } else if (text != null && !text.isEmpty()) {
        Optional<AttributeValue> value = Readings.read(dimension.get(), text);
        if (value.isEmpty()) {
          problems.add(
              new ServerProblem.Field(
                  pointer, "(%s) does not fit: %s".formatted(text, dimension.get().description())));
        }
        subject = subject.with(given.getKey(), value.orElse(null));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return subject;
  }

  private ExplainedDecision view(
      Layer layer,
      LocalDate on,
      Published rules,
      Subject subject,
      @Nullable LedgerSubject account) {
    Decision decision = rules.router().decide(subject);
    Trace trace = decision.trace();
    TerritoryCode territory = decision.findTerritory().orElse(null);
    return new ExplainedDecision(
        layer.code(),
        on,
        rules.rules().publication().id().toString(),
        territory == null ? null : decider.owner(territory, rules),
        decision instanceof Decision.Routed routed ? routed.rule().value() : null,
        account == null ? decision.reason() : account.reason(rules.families(), decision.reason()),
        trace.subject().stream()
            .map(value -> new ValueView(value.dimension(), value.known() ? value.value() : null))
            .toList(),
        tried(trace.held(), territory != null),
        trace.heldCount(),
        tried(trace.nearest(), false),
        trace.rejectedCount(),
        change(trace.change(), trace.subject()),
        account == null ? null : ledger(account, territory));
  }

  private static LedgerView ledger(LedgerSubject account, @Nullable TerritoryCode byRules) {
    LedgerSubject.Held held = account.held();
    TerritoryCode kept = held == null ? null : held.territory();
    return new LedgerView(
        kept == null ? null : kept.value(),
        Objects.equals(kept, byRules),
        account.waitsFor(byRules));
  }

  private static List<TriedRule> tried(List<Trace.RuleTrace> rules, boolean firstWon) {
    List<TriedRule> tried = new ArrayList<>();
    for (Trace.RuleTrace rule : rules) {
      List<ConditionView> conditions = new ArrayList<>();
      flatten(rule.condition(), 0, conditions);
      tried.add(
          new TriedRule(
              rule.rule().value(),
              rule.priority(),
              rule.territory().value(),
              rule.held(),
              firstWon && tried.isEmpty(),
              conditions));
    }
    return tried;
  }

  private static void flatten(Trace.ConditionTrace condition, int depth, List<ConditionView> flat) {
    flat.add(
        new ConditionView(
            depth,
            condition.text(),
            condition.held(),
            condition.value().isEmpty() ? null : condition.value()));
    condition.parts().forEach(part -> flatten(part, depth + 1, flat));
  }

  private static @Nullable ChangeView change(
      Trace.@Nullable Change change, List<Trace.Reading> now) {
    if (change == null) {
      return null;
    }
    TerritoryCode territory = change.territory();
    return new ChangeView(
        change.attributes().stream()
            .map(each ->
                new ChangedValue(
                    each.dimension(),
                    isKnown(each.dimension(), now) ? each.from() : null,
                    each.toUnknown() ? null : each.to()))
            .toList(),
        territory == null ? null : territory.value());
  }

  private static boolean isKnown(String dimension, List<Trace.Reading> now) {
    return now.stream().anyMatch(value -> value.dimension().equals(dimension) && value.known());
  }
}
