package bailiwick.core.account;

/**
 * What an account says beside its name and address that other accounts may say, too: it tells
 * duplicates and families. Texts are as written, empty where unknown.
 *
 * @param website web address or domain
 * @param phone telephone number
 * @param parentKey the account that it belongs to, by external id or by name
 */
public record Ties(String website, String phone, String parentKey) {

  /** Nothing known. */
  public static final Ties NONE = new Ties("", "", "");
}
