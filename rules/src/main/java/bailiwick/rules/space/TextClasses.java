package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;

/** Classes of texts: areas, codes, words and ids. */
public sealed interface TextClasses extends ValueClasses
    permits AreaClasses, CodeClasses, WordClasses {

  /** The class of a text that is not empty. Allocates nothing. */
  int classOf(String text);

  @Override
  default int classOf(AttributeValue value) {
    return classOf(ValueClasses.text(value));
  }
}
