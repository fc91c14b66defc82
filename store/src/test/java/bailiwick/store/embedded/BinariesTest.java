package bailiwick.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinariesTest {

  @Test
  void linux_and_macos_have_programs_on_both_processors() {
    assertThat(Binaries.findResourceName("Linux", "amd64")).contains("/postgres-linux-x86_64.txz");
    assertThat(Binaries.findResourceName("Linux", "aarch64"))
        .contains("/postgres-linux-arm_64.txz");
    assertThat(Binaries.findResourceName("Mac OS X", "x86_64"))
        .contains("/postgres-darwin-x86_64.txz");
    assertThat(Binaries.findResourceName("Mac OS X", "aarch64"))
        .contains("/postgres-darwin-arm_64.txz");
  }

  @Test
  void elsewhere_an_external_server_is_needed() {
    assertThat(Binaries.findResourceName("Windows 11", "amd64")).isEmpty();
    assertThat(Binaries.findResourceName("FreeBSD", "amd64")).isEmpty();
    assertThat(Binaries.findResourceName("Linux", "riscv64")).isEmpty();
  }

  @Test
  void a_release_runs_on_linux_of_both_processors() {
    assertThat(Binaries.class.getResource("/postgres-linux-x86_64.txz")).isNotNull();
    assertThat(Binaries.class.getResource("/postgres-linux-arm_64.txz")).isNotNull();
  }
}
