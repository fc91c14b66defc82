package bailiwick.store.potential;

import org.jspecify.annotations.Nullable;

/**
 * What counts as an account's potential and workload, and where it comes from.
 *
 * @param potentialCents what counts
 * @param workloadCentihours what counts
 * @param importedPotentialCents what its file says
 * @param importedWorkloadCentihours what its file says
 * @param terms what the model in force says, which then counts; null when none is
 */
public record AccountEstimate(
    long potentialCents,
    long workloadCentihours,
    long importedPotentialCents,
    long importedWorkloadCentihours,
    @Nullable KeptTerms terms) {}
