/**
 * Key figures of territories as pure computations on records.
 *
 * <p>Entry type: {@link bailiwick.kpi.TerritoryKpis}. Money is fixed-point, so that the territories
 * add up to the company to the cent. What is not known is missing, never zero; {@link
 * bailiwick.kpi.KpiDefinition} says for each figure how it is made and when it is missing. Depends
 * on {@code core}.
 */
@NullMarked
package bailiwick.kpi;

import org.jspecify.annotations.NullMarked;
