package bailiwick.server.potential;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Firmographics;
import bailiwick.intake.potential.Deals;
import bailiwick.intake.potential.Traits;
import bailiwick.store.potential.EstimateInput;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.UUID;

/**
 * What a model asks of all accounts, as columns: about 100 bytes an account, and as much again for
 * one with deals. Immutable once read.
 */
final class AccountColumns extends AbstractList<Traits> implements RandomAccess {

  private static final long UNKNOWN = -1;

  // [account] -> value
  private long[] idHigh = new long[1024];
  private long[] idLow = new long[1024];
  private long[] employees = new long[1024];
  private long[] revenueCents = new long[1024];
  private long[] salesCents = new long[1024];
  private long[] pipelineCents = new long[1024];
  private long[] potentialCents = new long[1024];
  private long[] workloadCentihours = new long[1024];
  private String[] industries = new String[1024];
  private String[] labels = new String[1024];
  private Deals[] deals = new Deals[1024];
  private int size;

  private final Map<String, String> words = new HashMap<>(); // each once, however many have it

  void add(EstimateInput input) {
    if (size == idHigh.length) {
      resize(size + size / 2);
    }
    UUID id = input.id().value();
    Firmographics firm = input.firmographics();
    idHigh[size] = id.getMostSignificantBits();
    idLow[size] = id.getLeastSignificantBits();
    employees[size] = firm.employees().orElse(UNKNOWN);
    revenueCents[size] = firm.annualRevenueCents().orElse(UNKNOWN);
    salesCents[size] = input.salesCents();
    pipelineCents[size] = input.pipelineCents();
    potentialCents[size] = input.potentialCents();
    workloadCentihours[size] = input.workloadCentihours();
    industries[size] = once(firm.industry());
    labels[size] = once(firm.segment());
    deals[size] = deals(input);
    size++;
  }

  /** Lets go of what reading needed. */
  AccountColumns read() {
    resize(size);
    words.clear();
    return this;
  }

  private String once(String word) {
    return words.computeIfAbsent(word, same -> same);
  }

  private Deals deals(EstimateInput input) {
    if (input.won() + input.lost() == 0 && input.openCents().isEmpty()) {
      return Deals.NONE;
    }
    Map<String, Long> open = new HashMap<>();
    input.openCents().forEach((stage, cents) -> open.put(once(stage), cents));
    return new Deals(input.won(), input.lost(), open);
  }

  private void resize(int length) {
    idHigh = Arrays.copyOf(idHigh, length);
    idLow = Arrays.copyOf(idLow, length);
    employees = Arrays.copyOf(employees, length);
    revenueCents = Arrays.copyOf(revenueCents, length);
    salesCents = Arrays.copyOf(salesCents, length);
    pipelineCents = Arrays.copyOf(pipelineCents, length);
    potentialCents = Arrays.copyOf(potentialCents, length);
    workloadCentihours = Arrays.copyOf(workloadCentihours, length);
    industries = Arrays.copyOf(industries, length);
    labels = Arrays.copyOf(labels, length);
    deals = Arrays.copyOf(deals, length);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Traits get(int account) {
    return new Traits(
        new Firmographics(
            industries[account],
            known(employees[account]),
            known(revenueCents[account]),
            labels[account]),
        salesCents[account],
        pipelineCents[account],
        deals[account]);
  }

  private static OptionalLong known(long value) {
    return value == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(value);
  }

  AccountId id(int account) {
    return new AccountId(new UUID(idHigh[account], idLow[account]));
  }

  /** What counts as its potential now. */
  long potentialCents(int account) {
    return potentialCents[account];
  }

  /** What counts as its workload now. */
  long workloadCentihours(int account) {
    return workloadCentihours[account];
  }
}
