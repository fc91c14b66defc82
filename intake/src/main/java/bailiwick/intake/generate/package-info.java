/**
 * A made-up company on real geography: seeded, repeatable, with planted faults.
 *
 * <p>Entry type: {@link bailiwick.intake.generate.DemoCompany}; how it draws is told in {@code
 * docs/demo-company.md}. Depends on the atlas and {@code export}.
 */
@NullMarked
package bailiwick.intake.generate;

import org.jspecify.annotations.NullMarked;
