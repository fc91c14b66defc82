package bailiwick.store.duplicate;

import bailiwick.core.account.AccountId;

/**
 * Two accounts that a search takes for one.
 *
 * @param score 0 to 1; 0.5 where the evidence is even
 * @param evidence as JSON, in the words of whoever searched
 */
public record FoundPair(AccountId first, AccountId second, double score, String evidence) {}
