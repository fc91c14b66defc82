package bailiwick.server.exception;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.propose.Proposal;
import bailiwick.rules.propose.ProposedRule;
import bailiwick.rules.propose.RuleProposer;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.server.company.Today;
import bailiwick.server.exception.ProposalWire.ProposalOutcome;
import bailiwick.server.exception.ProposalWire.ProposalView;
import bailiwick.server.exception.ProposalWire.TakenAccount;
import bailiwick.server.published.PublishedRouters;
import bailiwick.store.Store;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.LedgerSubject;
import bailiwick.store.plan.LayerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Proposes rules that would reproduce the exceptions of a territory: learn from the accounts, then
 * decide every account with the rule, and tell what it did. Thread-safe.
 */
public class ExceptionProposals {

  private static final int SHOWN = 20;

  private final Store store;
  private final PublishedRouters routers;
  private final Today today;

  /** Proposals for exceptions of a store. */
  public ExceptionProposals(Store store, PublishedRouters routers, Today today) {
    this.store = store;
    this.routers = routers;
    this.today = today;
  }

  /** The accounts of a layer on a day, and what the rules in force say of them. */
  private record World(
      Store store, LayerId layer, LocalDate day, LeadRouter router, TerritoryCode territory) {

    /** Every account that stands for itself and that the rules do not give to the territory. */
    void forEachElsewhere(Consumer<LedgerSubject> consumer) {
      store
          .ledger()
          .forEachSubject(
              layer,
              day,
              account -> {
                if (!account.merged() && byRules(account).filter(territory::equals).isEmpty()) {
                  consumer.accept(account);
                }
              });
    }

    Optional<TerritoryCode> byRules(LedgerSubject account) {
      return router.findTerritory(account.attributes());
    }

    /** Whether an exception gives it to the territory. */
    boolean isWanted(LedgerSubject account) {
      LedgerSubject.Held held = account.held();
      return held != null && held.cause() == Cause.EXCEPTION && held.territory().equals(territory);
    }
  }

  /** What a rule does. */
  private static final class Effect {
    private long covered;
    private long others;
    private final Map<AccountId, Optional<TerritoryCode>> first = new LinkedHashMap<>();
  }

  ProposalView propose(String layer, TerritoryCode territory, @Nullable LocalDate on) {
    LayerId id = routers.getLayer(layer).id();
    LocalDate day = on == null ? today.date() : on;
    var world = new World(store, id, day, routers.getOn(id, day).router(), territory);
    Proposal proposal = learn(world);
    return switch (proposal) {
      case Proposal.Fits fits -> tried(layer, world, fits);
      case Proposal.TooFew few ->
          without(
              territory,
              ProposalOutcome.TOO_FEW,
              few,
              "%s has %s by exceptions that the rules give to others; a rule is learnt from %s on."
                  .formatted(territory, accounts(few.wanted()), RuleProposer.FEWEST_SUBJECTS));
      case Proposal.NoneFits none -> noneFits(territory, none);
    };
  }

  private static Proposal learn(World world) {
    List<Subject> wanted = new ArrayList<>();
    world.forEachElsewhere(account -> {
      if (world.isWanted(account)) {
        wanted.add(world.router.subject(account.attributes()));
      }
    });
    RuleProposer proposer = RuleProposer.of(wanted, world.router.lookup().dimensions());
    if (wanted.size() >= RuleProposer.FEWEST_SUBJECTS) {
      world.forEachElsewhere(account -> {
        if (!world.isWanted(account)) {
          proposer.addOther(world.router.subject(account.attributes()));
        }
      });
    }
    return proposer.propose();
  }

  /** What territories ask of all their accounts may let a rule do less than it says. */
  private ProposalView tried(String layer, World world, Proposal.Fits fits) {
    TerritoryCode territory = world.territory;
    ProposedRule proposed = ProposedRule.before(world.router, territory, fits.condition());
    Effect effect = decide(world, proposed.router());
    if (effect.covered <= effect.others) {
      return noneFits(territory, new Proposal.NoneFits(fits.wanted(), fits.complete()));
    }
    return new ProposalView(
        territory.value(),
        ProposalOutcome.FITS,
        "The rule covers %s of the %s exceptions and takes %s that no exception asks for."
            .formatted(
                effect.covered,
                fits.wanted(),
                effect.others == 0 ? "no account" : accounts(effect.others)),
        fits.wanted(),
        RulePrinter.print(fits.condition()),
        text(layer, proposed.rule(), fits.condition()),
        effect.covered,
        effect.others,
        taken(effect),
        fits.complete());
  }

  private static Effect decide(World world, LeadRouter router) {
    Effect effect = new Effect();
    world.forEachElsewhere(account -> {
      boolean given =
          router.findTerritory(account.attributes()).filter(world.territory::equals).isPresent();
      if (given && world.isWanted(account)) {
        effect.covered++;
      } else if (given) {
        effect.others++;
        if (effect.first.size() < SHOWN) {
          effect.first.put(account.account(), world.byRules(account));
        }
      }
    });
    return effect;
  }

  private List<TakenAccount> taken(Effect effect) {
    Map<AccountId, Account> accounts = store.accounts().getAll(List.copyOf(effect.first.keySet()));
    List<TakenAccount> taken = new ArrayList<>();
    effect.first.forEach((id, from) -> {
      Account account = accounts.get(id);
      if (account != null) {
        taken.add(
            new TakenAccount(
                id.toString(),
                account.externalId(),
                account.name(),
                from.map(TerritoryCode::value).orElse(null)));
      }
    });
    return taken;
  }

  private static String text(String layer, Rule rule, Condition condition) {
    return RulePrinter.print(
        RuleSet.of(
            layer,
            "",
            List.of(new TerritoryTitle(rule.territory(), "", Span.NONE)),
            List.of(
                new Rule(
                    rule.id(), Rule.DEFAULT_PRIORITY, rule.territory(), condition, Span.NONE))));
  }

  private static ProposalView noneFits(TerritoryCode territory, Proposal.NoneFits none) {
    return without(
        territory,
        ProposalOutcome.NONE_FITS,
        none,
        "No rule of at most %s conditions covers half of the %s exceptions of %s without taking as many other accounts."
            .formatted(RuleProposer.MOST_QUESTIONS, none.wanted(), territory));
  }

  private static ProposalView without(
      TerritoryCode territory, ProposalOutcome outcome, Proposal proposal, String sentence) {
    return new ProposalView(
        territory.value(),
        outcome,
        sentence,
        proposal.wanted(),
        null,
        null,
        0,
        0,
        List.of(),
        proposal.complete());
  }

  private static String accounts(long number) {
    return number == 1 ? "1 account" : number + " accounts";
  }
}
