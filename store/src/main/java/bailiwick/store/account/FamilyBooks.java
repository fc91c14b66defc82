package bailiwick.store.account;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyTree;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Kin;
import bailiwick.rules.attribute.Attributes;
import bailiwick.store.account.FamilyBook.Standin;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the families of all accounts, where a plan asks for them. Thread-safe.
 *
 * <p>Known limits: all families are read each time, which takes about as long as reading every
 * account that has a parent or children.
 */
public final class FamilyBooks {

  private static final int FETCH_SIZE = 5_000;

  /** What rules ask about of an account. */
  private static final String ATTRIBUTES =
      "area, industry, employees, annual_revenue_cents, segment, " + AccountTraits.COLUMNS;

  private static final String KIN =
      """
      WITH link AS MATERIALIZED (SELECT child_id, parent_id FROM parent_link)
      SELECT account.id, parent_id, potential_cents,
        CASE WHEN street = '' AND postcode = '' AND city = '' THEN ''
          ELSE lower(concat_ws('|', country, postcode, city, street)) END AS site
      FROM account LEFT JOIN link ON child_id = account.id
      WHERE merged_into IS NULL
        AND (parent_id IS NOT NULL OR account.id IN (SELECT parent_id FROM link))
      """;

  private final Database database;

  /** Reads from a database. */
  public FamilyBooks(Database database) {
    this.database = database;
  }

  /** The families; none while every plan owns each account on its own. */
  public FamilyBook readWhereAsked() {
    boolean asked =
        database
            .jdbc()
            .sql(
                """
                SELECT EXISTS (SELECT FROM plan WHERE families <> 'EACH')
                  OR EXISTS (SELECT FROM publication WHERE families <> 'EACH')
                """)
            .query(Boolean.class)
            .single();
    return asked ? read() : FamilyBook.NONE;
  }

  /** The families of all accounts. */
  public FamilyBook read() {
    List<Kin> kin = new ArrayList<>();
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(KIN)
          .withFetchSize(FETCH_SIZE)
          .query(row -> {
            UUID parent = Rows.findId(row, "parent_id");
            kin.add(
                new Kin(
                    new AccountId(Rows.id(row, "id")),
                    parent == null ? null : new AccountId(parent),
                    Rows.text(row, "site"),
                    row.getLong("potential_cents")));
          });
      return kin;
    });
    FamilyTree tree = FamilyTree.of(kin);
    return new FamilyBook(tree, standins(tree));
  }

  private Map<AccountId, Standin> standins(FamilyTree tree) {
    UUID[] ids = tree.deciding().stream().map(AccountId::value).toArray(UUID[]::new);
    Map<AccountId, Standin> standins = HashMap.newHashMap(ids.length);
    database
        .jdbc()
        .sql("SELECT id, name, " + ATTRIBUTES + " FROM account WHERE id = ANY (:ids)")
        .param("ids", ids)
        .query(row -> {
          AccountId account = new AccountId(Rows.id(row, "id"));
          standins.put(
              account, new Standin(account, Rows.text(row, "name"), attributes(row, account)));
        });
    return standins;
  }

  private static Attributes attributes(ResultSet row, AccountId account) throws SQLException {
    Firmographics firmographics =
        new Firmographics(
            Rows.text(row, "industry"),
            Rows.findNumber(row, "employees"),
            Rows.findNumber(row, "annual_revenue_cents"),
            Rows.text(row, "segment"));
    return new Attributes(
        Rows.text(row, "area"), firmographics, AccountTraits.read(row), account.toString());
  }
}
