package bailiwick.intake.account;

import bailiwick.intake.mapping.FieldSet;
import java.util.List;

/** The fields of an accounts file. */
public final class AccountFields {

  /** All of them, as the reference page lists them. */
  public static final FieldSet ALL = new FieldSet("accounts", List.of());

  private AccountFields() {}
}
