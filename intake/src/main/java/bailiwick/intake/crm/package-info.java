/**
 * Exchange with a CRM: what its API answers as rows like those of a file, what is written back row
 * by row, and files in each system's own import format.
 *
 * <p>Entry types: {@link bailiwick.intake.crm.CrmClient}, {@link bailiwick.intake.crm.CrmPull},
 * {@link bailiwick.intake.crm.CrmPush}, {@link bailiwick.intake.crm.CrmFile}. Depends on {@code
 * table} and {@code export}; knows no store.
 */
@NullMarked
package bailiwick.intake.crm;

import org.jspecify.annotations.NullMarked;
