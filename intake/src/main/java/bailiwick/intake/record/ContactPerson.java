package bailiwick.intake.record;

/**
 * A person at an account whom representatives deal with. Immutable; texts are empty where unknown.
 *
 * @param externalId the id in the system it came from; the mail address or the name stands for it
 *     where a file has none
 * @param accountExternalId the account
 * @param name as shown to people
 * @param title the person's position, such as {@code Head of Purchasing}
 * @param email mail address
 * @param phone telephone number as written
 */
public record ContactPerson(
    String externalId,
    String accountExternalId,
    String name,
    String title,
    String email,
    String phone) {}
