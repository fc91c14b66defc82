package bailiwick.intake.quality;

import java.util.function.Consumer;

/** Accounts that can be gone through several times, each time in the same order. */
@FunctionalInterface
public interface AccountSource {

  /** Hands on every account. */
  void forEach(Consumer<HeldAccount> taker);
}
