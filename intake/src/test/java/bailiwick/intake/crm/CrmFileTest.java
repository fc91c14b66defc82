package bailiwick.intake.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CrmFileTest {

  private static final CrmFile.Row ROW =
      new CrmFile.Row(
          "001", "=SUM(A1), Ltd", "005", "dana@example.com", "Dana Whitfield", "Chicago North");
  private static final CrmFile.Row VACANT =
      new CrmFile.Row("002", "Vacant", "", "", "", "@Midwest");

  private static String written(CrmFile format) throws IOException {
    StringWriter out = new StringWriter();
    try (var table = format.open(out)) {
      format.write(table, ROW);
      format.write(table, VACANT);
    }
    return out.toString();
  }

  @Test
  void salesforce_takes_ids() throws Exception {
    assertThat(written(CrmFile.SALESFORCE))
        .isEqualTo(
            """
            Id,OwnerId,Territory__c
            001,005,Chicago North
            002,,'@Midwest
            """);
  }

  @Test
  void hubspot_takes_mail_addresses_and_no_formula() throws Exception {
    assertThat(written(CrmFile.HUBSPOT))
        .isEqualTo(
            """
            Record ID,Company name,Company owner,Territory
            001,"'=SUM(A1), Ltd",dana@example.com,Chicago North
            002,Vacant,,'@Midwest
            """);
  }

  @Test
  void dynamics_takes_names() throws Exception {
    assertThat(written(CrmFile.DYNAMICS))
        .as("its import reads other letters than ASCII only behind a byte order mark")
        .isEqualTo(
            """
            \uFEFFAccount,Account Name,Owner,Territory
            001,"'=SUM(A1), Ltd",Dana Whitfield,Chicago North
            002,Vacant,,'@Midwest
            """);
  }
}
