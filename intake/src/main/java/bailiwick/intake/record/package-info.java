/**
 * Files of what stands beside accounts and figures: contacts and sites of accounts, territories,
 * dated assignments, working time, market figures of areas.
 *
 * <p>Entry type: {@link bailiwick.intake.record.RecordImport}. Depends on {@code table}, {@code
 * mapping}, {@code report}, {@code account} and the atlas.
 */
@NullMarked
package bailiwick.intake.record;

import org.jspecify.annotations.NullMarked;
