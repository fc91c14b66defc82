package bailiwick.rules.attribute;

import bailiwick.core.account.Account;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Traits;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is known of an account or a lead that rules may ask about, before rules read it. Immutable.
 *
 * <p>The one way to a {@link Subject}: whatever is kept, read from a file or handed in becomes one
 * here, and nowhere else.
 *
 * @param area path in the geography tree, empty when unknown
 * @param account id of the account, empty when there is none yet
 */
public record Attributes(String area, Firmographics firmographics, Traits traits, String account) {

  /** Those of an account. */
  public static Attributes of(Account account) {
    return new Attributes(
        account.location().area(),
        account.firmographics(),
        account.traits(),
        account.id().toString());
  }

  /** The same by another id of the account, as rules may call it. */
  public Attributes withAccount(String id) {
    return new Attributes(area, firmographics, traits, id);
  }

  /**
   * The subject that rules over some dimensions decide about.
   *
   * <p>A dimension that is none of the standard ones has the value of the account's field of its
   * name. A text that is not a value of it is unknown; who took it in has told so.
   */
  public Subject subject(Dimensions dimensions) {
    Map<String, AttributeValue> values = HashMap.newHashMap(8 + traits.tags().size());
    for (Dimension dimension : dimensions.all()) {
      put(values, dimension);
    }
    for (String tag : traits.tags()) {
      values.put(Dimension.nameOfTag(tag), AttributeValue.HAS_TAG);
    }
    return new Subject(values);
  }

  private void put(Map<String, AttributeValue> values, Dimension dimension) {
    if (dimension.equals(Dimension.AREA)) {
      putText(values, dimension, area);
    } else if (dimension.equals(Dimension.INDUSTRY)) {
      putText(values, dimension, firmographics.industry());
    } else if (dimension.equals(Dimension.EMPLOYEES)) {
      putNumber(values, dimension, firmographics.employees());
    } else if (dimension.equals(Dimension.REVENUE)) {
      putNumber(values, dimension, firmographics.annualRevenueCents());
    } else if (dimension.equals(Dimension.SEGMENT)) {
      putText(values, dimension, firmographics.segment());
    } else if (dimension.equals(Dimension.ACCOUNT)) {
      putText(values, dimension, account);
    } else {
      Readings.read(dimension, written(dimension))
          .ifPresent(value -> values.put(dimension.name(), value));
    }
  }

  /** Rules may declare the product line anew, with the values that it has. */
  private String written(Dimension dimension) {
    String own = traits.fields().getOrDefault(dimension.name(), "");
    return own.isEmpty() && dimension.name().equals(Dimension.PRODUCT.name())
        ? traits.product()
        : own;
  }

  private static void putText(
      Map<String, AttributeValue> values, Dimension dimension, String text) {
    if (!text.isEmpty()) {
      values.put(dimension.name(), new AttributeValue.Text(text));
    }
  }

  private static void putNumber(
      Map<String, AttributeValue> values, Dimension dimension, OptionalLong number) {
    if (number.isPresent()) {
      values.put(dimension.name(), new AttributeValue.Amount(number.getAsLong()));
    }
  }
}
