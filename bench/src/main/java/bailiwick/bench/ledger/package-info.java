/**
 * How long the ledger takes: a publication, an undo, and the questions asked of it all day.
 *
 * <p>Entry type: {@link bailiwick.bench.ledger.LedgerBench}. Depends on {@code bench.file}, {@code
 * core}, {@code rules} and {@code store}; nothing depends on it.
 */
@NullMarked
package bailiwick.bench.ledger;

import org.jspecify.annotations.NullMarked;
