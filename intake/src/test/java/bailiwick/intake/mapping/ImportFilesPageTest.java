package bailiwick.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.account.AccountFields;
import bailiwick.intake.deal.DealFields;
import bailiwick.intake.record.RecordFields;
import bailiwick.intake.roster.RosterFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference page lists the fields that the code reads. */
class ImportFilesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "reference", "import-files.md");

  @Test
  void the_page_lists_every_field_as_the_code_reads_it() throws IOException {
    String page = Files.readString(PAGE);
    String expected = page;
    for (FieldSet fields :
        List.of(
            AccountFields.ALL,
            AccountFields.PROSPECTS,
            RosterFields.ALL,
            DealFields.OPPORTUNITIES,
            DealFields.REVENUE,
            DealFields.ACTIVITIES,
            DealFields.QUOTAS,
            DealFields.PRODUCTS,
            RecordFields.CONTACTS,
            RecordFields.SITES,
            RecordFields.TERRITORIES,
            RecordFields.ASSIGNMENTS,
            RecordFields.TIME,
            RecordFields.MARKET)) {
      expected = withTable(expected, fields);
    }

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, expected);
      page = expected;
    }
    assertThat(page).isEqualTo(expected);
  }

  private static String withTable(String page, FieldSet fields) {
    String start = "<!-- fields " + fields.kind() + " -->\n";
    Pattern section =
        Pattern.compile(
            Pattern.quote(start) + ".*?" + Pattern.quote("<!-- end -->"), Pattern.DOTALL);
    assertThat(section.matcher(page).find()).as(start).isTrue();
    return section
        .matcher(page)
        .replaceFirst(Matcher.quoteReplacement(start + table(fields) + "<!-- end -->"));
  }

  private static String table(FieldSet fields) {
    StringBuilder table =
        new StringBuilder("| field | kind | meaning | guessed from |\n|---|---|---|---|\n");
    for (Field field : fields.fields()) {
      table.append(
          "| `%s` | %s%s | %s | %s |\n"
              .formatted(
                  field.key(),
                  field.kind().name().toLowerCase(Locale.ROOT),
                  field.needed() ? ", needed" : "",
                  field.meaning(),
                  String.join(", ", field.names())));
    }
    return table.toString();
  }
}
