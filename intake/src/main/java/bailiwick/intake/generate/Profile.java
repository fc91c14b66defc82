package bailiwick.intake.generate;

/**
 * What is true of one account, whatever the files then say of it. Immutable; made by {@link
 * Profiles}.
 *
 * @param number 0 for the first account
 * @param zip number of its ZIP area
 * @param territory number of the territory that its ZIP area belongs to
 * @param potentialCents money a year that it could spend
 * @param workloadCentihours hours a year that it takes
 */
record Profile(
    long number,
    String id,
    String name,
    String street,
    String website,
    int zip,
    int territory,
    Trade trade,
    Band band,
    long employees,
    long ownRevenueCents,
    long potentialCents,
    long workloadCentihours) {}
