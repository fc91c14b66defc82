/**
 * Decision tables: DMN files read, and proven by the engine that proves rules; and tables of our
 * own rules, turned into rule texts and back.
 *
 * <p>Entry types: {@link bailiwick.rules.table.DmnReader} reads {@link
 * bailiwick.rules.table.DecisionTable}s, {@link bailiwick.rules.table.TableProof} proves one;
 * {@link bailiwick.rules.table.RuleRows} reads rows of rules, {@link
 * bailiwick.rules.table.RuleRowsWriter} writes them. Depends on {@code syntax}, {@code check},
 * {@code space} and {@code proof}.
 */
@NullMarked
package bailiwick.rules.table;

import org.jspecify.annotations.NullMarked;
