package bailiwick.atlas;

/** Four postcodes on Funen, as GeoNames has them; Odense holds two at one point. */
public final class Denmark {

  public static final String TABLE =
      """
      DK\t5000\tOdense C\tSyddanmark\t21\tOdense\t461\t\t\t55.40\t10.40\t4
      DK\t5001\tOdense C\tSyddanmark\t21\tOdense\t461\t\t\t55.40\t10.40\t4
      DK\t5200\tOdense V\tSyddanmark\t21\tOdense\t461\t\t\t55.40\t10.30\t4
      DK\t5300\tKerteminde\tSyddanmark\t21\tKerteminde\t440\t\t\t55.45\t10.65\t4
      """;

  private Denmark() {}
}
