package bailiwick.intake.today;

import java.util.LinkedHashMap;
import java.util.Map;

/** The accounts that name one territory, or one owner and no territory. Compared by identity. */
final class Holding {
  private final String shown;
  private final boolean named;
  private final Map<String, Long> accountsOfOwner = new LinkedHashMap<>(); // owner key -> accounts
  private long accounts;
  private long potentialCents;

  private Holding(String shown, boolean named) {
    this.shown = shown;
    this.named = named;
  }

  static Holding named(String territory) {
    return new Holding(territory, true);
  }

  static Holding ofOwner(String owner) {
    return new Holding(owner, false);
  }

  void add(String ownerKey, long potential) {
    accounts++;
    potentialCents += potential;
    if (!ownerKey.isEmpty()) {
      accountsOfOwner.merge(ownerKey, 1L, Long::sum);
    }
  }

  /** The territory's or the owner's text in the file. */
  String shown() {
    return shown;
  }

  /** Whether a territory column names it. */
  boolean named() {
    return named;
  }

  long accounts() {
    return accounts;
  }

  long potentialCents() {
    return potentialCents;
  }

  /** Key of the owner of most of its accounts, the first of equals; empty when none has one. */
  String mainOwner() {
    String main = "";
    long most = 0;
    for (Map.Entry<String, Long> owner : accountsOfOwner.entrySet()) {
      if (owner.getValue() > most) {
        most = owner.getValue();
        main = owner.getKey();
      }
    }
    return main;
  }
}
