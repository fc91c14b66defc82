package bailiwick.core.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebHostTest {

  @Test
  void a_host_is_read_from_any_way_to_write_an_address() {
    for (String text :
        new String[] {
          "acme.com",
          "ACME.COM",
          "www.acme.com",
          "http://acme.com",
          "https://www.acme.com:8443/shop?x=1#top",
          "info@acme.com",
          "mailto:info@acme.com",
          " acme.com. ",
          "acme.com, acme.de"
        }) {
      assertThat(WebHost.find(text)).as(text).hasValue("acme.com");
    }
  }

  @Test
  void an_international_host_is_told_in_ascii() {
    assertThat(WebHost.find("https://Müller.de")).hasValue("xn--mller-kva.de");
  }

  @Test
  void what_names_no_host_has_none() {
    for (String text : new String[] {"", "n/a", "none", "localhost", "10.0.0.1", "acme", "a..b"}) {
      assertThat(WebHost.find(text)).as(text).isEmpty();
    }
  }
}
