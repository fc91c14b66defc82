package bailiwick.core.account;

/**
 * A postal address as cleaned by intake. Parts that are unknown are empty, never null.
 *
 * @param street house and street
 * @param city town or city
 * @param region state or first-level region: its code where the atlas knows one ({@code TX})
 * @param postcode postcode in its country's usual writing ({@code 60614}, {@code SW1A 1AA})
 * @param country ISO 3166-1 alpha-2 code, such as {@code US}
 */
public record Address(String street, String city, String region, String postcode, String country) {

  /** No address known. */
  public static final Address UNKNOWN = new Address("", "", "", "", "");
}
