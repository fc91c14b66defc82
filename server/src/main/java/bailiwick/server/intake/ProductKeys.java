package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.store.record.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds products by what files call them, and remembers which were not found. Where no products
 * were loaded, every key stands for itself.
 */
final class ProductKeys {

  private final Map<String, String> idByKey = new HashMap<>();
  private long unknown;
  private String example = "";

  ProductKeys(List<Product> products) {
    products.forEach(
        product -> idByKey.putIfAbsent(key(product.externalId()), product.externalId()));
    products.forEach(product -> idByKey.putIfAbsent(key(product.name()), product.externalId()));
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The id of the product that a key means; the key itself when it is blank or unknown. */
  String known(String text) {
    String id = idByKey.get(key(text));
    if (id != null || text.isBlank() || idByKey.isEmpty()) {
      return id == null ? text : id;
    }
    unknown++;
    example = example.isEmpty() ? text.strip() : example;
    return text;
  }

  List<Problem> problems() {
    return unknown == 0 ? List.of() : List.of(new UnknownProducts(unknown, example));
  }
}
