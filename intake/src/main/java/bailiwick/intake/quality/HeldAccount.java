package bailiwick.intake.quality;

import bailiwick.core.account.Account;

/**
 * An account and who has it in the alignment looked at.
 *
 * @param row its row in the file, 1 for the first below the header; 0 when it comes from the store
 * @param territory number of its territory, {@link #NOBODY} for none
 */
public record HeldAccount(Account account, long row, int territory) {

  /** The number of no territory. */
  public static final int NOBODY = -1;
}
