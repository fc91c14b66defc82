package bailiwick.intake.quality;

import bailiwick.core.account.AccountId;

/**
 * Two accounts that may be one.
 *
 * @param score how likely, 0 to 1
 * @param evidence for people
 */
public record LikelyPair(AccountId first, AccountId second, double score, String evidence) {}
