package bailiwick.core.account;

/**
 * A customer or prospect on the books, cleaned and placed. Immutable; made by intake and the store.
 *
 * @param id internal identity
 * @param externalId the id in the system it came from, unique within a source
 * @param name as shown to people
 * @param address as cleaned
 * @param location where it is on the map
 * @param firmographics industry and size
 * @param traits product line, tags and the company's own fields
 * @param worth what it asks and may bring
 * @param ties what ties it to other accounts
 * @param upkeep how well its row is kept
 * @param ownerKey today's owner as the file names it: a representative's external id or name; empty
 *     when none
 * @param territoryKey today's territory code as the file names it; empty when none
 */
public record Account(
    AccountId id,
    String externalId,
    String name,
    Address address,
    Location location,
    Firmographics firmographics,
    Traits traits,
    Worth worth,
    Ties ties,
    Upkeep upkeep,
    String ownerKey,
    String territoryKey) {

  /** An account of which no traits are known. */
  public Account(
      AccountId id,
      String externalId,
      String name,
      Address address,
      Location location,
      Firmographics firmographics,
      Worth worth,
      Ties ties,
      Upkeep upkeep,
      String ownerKey,
      String territoryKey) {
    this(
        id,
        externalId,
        name,
        address,
        location,
        firmographics,
        Traits.NONE,
        worth,
        ties,
        upkeep,
        ownerKey,
        territoryKey);
  }

  /** The same account with another worth. */
  public Account withWorth(Worth other) {
    return new Account(
        id,
        externalId,
        name,
        address,
        location,
        firmographics,
        traits,
        other,
        ties,
        upkeep,
        ownerKey,
        territoryKey);
  }

  /** The same account with other traits. */
  public Account withTraits(Traits other) {
    return new Account(
        id,
        externalId,
        name,
        address,
        location,
        firmographics,
        other,
        worth,
        ties,
        upkeep,
        ownerKey,
        territoryKey);
  }

  /** The same account with another upkeep. */
  public Account withUpkeep(Upkeep other) {
    return new Account(
        id,
        externalId,
        name,
        address,
        location,
        firmographics,
        traits,
        worth,
        ties,
        other,
        ownerKey,
        territoryKey);
  }

  /** The same account held by a territory, whoever owned it. */
  public Account heldBy(String territory) {
    return new Account(
        id,
        externalId,
        name,
        address,
        location,
        firmographics,
        traits,
        worth,
        ties,
        upkeep,
        "",
        territory);
  }
}
