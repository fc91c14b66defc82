package bailiwick.store.account;

import bailiwick.core.account.Worth;

/**
 * What the accounts of one unit bring together.
 *
 * @param unit the unit's id; empty for the accounts that lie in no known unit
 * @param accounts how many
 * @param worth their sum
 */
public record UnitTotals(String unit, long accounts, Worth worth) {}
