package bailiwick.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpiDefinitionTest {

  @Test
  void every_figure_is_defined_in_order() {
    List<String> figures =
        Arrays.stream(TerritoryKpi.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    assertThat(KpiDefinition.all()).extracting(KpiDefinition::key).isEqualTo(figures);
  }

  @Test
  void the_page_of_figures_says_what_the_screens_say() throws IOException {
    String page = Files.readString(Path.of("../docs/kpis.md"));

    assertThat(KpiDefinition.all())
        .allSatisfy(kpi ->
            assertThat(page)
                .contains("## " + kpi.name())
                .contains("- **Formula:** " + kpi.formula())
                .contains("- **Unit:** " + kpi.unit())
                .contains("- **From:** " + kpi.sources())
                .contains("- **Missing:** " + kpi.missing()));
  }
}
