package bailiwick.intake.export;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.account.Ground;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts written out and read in again. */
class AccountExportTest {

  private static final MappingRequest IMPUTING =
      MappingRequest.parse(List.of(), List.of(), List.of(), List.of(), List.of("potential=median"));

  private static final String MESSY =
      """
      id,name,street,city,state,zip,country,employees,revenue,segment,potential,hours,owner,territory,website,phone,parent,last modified
      A1,Acme,1 Main St,Chicago,IL,60614,US,20,1200.50,smb,100,5,Ada,T1,acme.com,+1 312 555 0100,,2025-03-04
      A2,"Quote ""x"", Ltd",,,TX,60614,US,a few = 12,,smb,,5,,,,,A1,
      A3,No Place,,,,,,,,mid,300,5,,,,,,2019-05-01
      A4,=Formula,,Chicago,IL,,US,5,,mid,50.25,,Ada,,,,,
      """;

  @Test
  void what_was_written_is_read_as_the_same_accounts() throws IOException {
    List<Account> accounts = read(MESSY, IMPUTING);
    String out = written(accounts);

    assertThat(read(out, MappingRequest.GUESSED)).isEqualTo(accounts);
    assertThat(written(read(out, MappingRequest.GUESSED))).isEqualTo(out);
  }

  @Test
  void what_an_import_made_of_a_row_is_written_beside_it() throws IOException {
    Account messy = read(written(read(MESSY, IMPUTING)), MappingRequest.GUESSED).get(1);

    assertThat(messy.upkeep().repaired()).isEqualTo(Map.of("region", "TX"));
    assertThat(messy.upkeep().leftOut()).isEqualTo(Map.of("employees", "a few = 12"));
    assertThat(messy.upkeep().imputed()).isEqualTo(Map.of("potential", "the median of all rows"));
    assertThat(read(written(read(MESSY, IMPUTING)), MappingRequest.GUESSED).getFirst().upkeep())
        .extracting(upkeep -> upkeep.changedOn())
        .isEqualTo(LocalDate.of(2025, 3, 4));
  }

  @Test
  void notes_that_are_none_are_told_and_the_row_is_kept() throws IOException {
    List<Account> accounts =
        read("id,name,repaired,imputed\nA1,Acme,yes,[1]\n", MappingRequest.GUESSED);

    assertThat(accounts).hasSize(1);
    assertThat(accounts.getFirst().upkeep().leftOut())
        .isEqualTo(Map.of("repaired", "yes", "imputed", "[1]"));
  }

  private static List<Account> read(String csv, MappingRequest request) {
    List<Account> accounts = new ArrayList<>();
    var report =
        AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
            .read(
                TableSource.of("a.csv", csv.getBytes(StandardCharsets.UTF_8)),
                request,
                imported -> accounts.add(imported.account()));
    assertThat(report.clean()).as("%s", report.problems()).isTrue();
    return accounts;
  }

  private static String written(List<Account> accounts) throws IOException {
    StringWriter out = new StringWriter();
    try (AccountExport export = AccountExport.open(out)) {
      for (Account account : accounts) {
        export.add(account);
      }
    }
    return out.toString();
  }
}
