package bailiwick.intake.potential;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an account is on its way to buying. */
public enum BuyingStage {
  /** Bought within the last twelve months. */
  CUSTOMER,
  /** Has an open opportunity and bought nothing. */
  IN_TALKS,
  /** Neither. */
  PROSPECT;

  /** The word for it in models, such as {@code in-talks}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stage of a word, empty when there is none. */
  public static Optional<BuyingStage> findByWord(String word) {
    return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
  }

  /** The stage of an account. */
  static BuyingStage of(Traits account) {
    if (account.salesCents() > 0) {
      return CUSTOMER;
    }
    return account.deals().hasOpen() || account.pipelineCents() > 0 ? IN_TALKS : PROSPECT;
  }
}
