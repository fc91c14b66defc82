package bailiwick.core.account;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Internal identity of an account.
 *
 * @param value the UUID; version 7 when the store made it
 */
public record AccountId(UUID value) implements Comparable<AccountId> {

  /**
   * The id that work on files, without a store, gives to an account: the same external id always
   * yields the same one.
   */
  public static AccountId ofExternal(String source, String externalId) {
    return new AccountId(
        UUID.nameUUIDFromBytes((source + '\n' + externalId).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
