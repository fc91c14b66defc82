package bailiwick.intake.generate;

import java.util.List;

/**
 * An industry of the demo's market. Immutable.
 *
 * @param naics six-digit code of NAICS 2017
 * @param weight share of the accounts, relative to the others'
 * @param medianEmployees half of its accounts have fewer
 * @param revenuePerEmployee own revenue a year, in USD
 * @param spendPerEmployee what an account could spend with us a year, in USD
 * @param winFactor how much easier than usual deals are won, 1 for usual
 * @param nouns what such a company calls itself
 */
record Trade(
    String naics,
    double weight,
    double medianEmployees,
    double revenuePerEmployee,
    double spendPerEmployee,
    double winFactor,
    List<String> nouns) {

  /**
   * The market. Weights follow the shape of US establishments with ten and more people (many in
   * construction, health, food, professional services; few in semiconductors); revenue per employee
   * lies near the sectors' figures of the Economic Census. Spend and win factors are made up.
   */
  static final List<Trade> MARKET =
      List.of(
          trade("236220", 5, 45, 420_000, 260, 1.05, "Builders,Construction,Contracting"),
          trade("238220", 7, 28, 210_000, 190, 1.15, "Mechanical,Heating & Cooling,Plumbing"),
          trade("311812", 2, 70, 230_000, 240, 0.95, "Bakery,Baking Company,Foods"),
          trade("325412", 1.2, 210, 780_000, 900, 0.75, "Pharmaceuticals,Biosciences,Labs"),
          trade("332710", 5, 32, 190_000, 330, 1.10, "Machine Works,Precision,Tool & Die"),
          trade("333120", 1.5, 150, 430_000, 480, 0.95, "Equipment,Machinery,Manufacturing"),
          trade("334413", 0.8, 260, 560_000, 1_100, 0.70, "Semiconductor,Microdevices,Photonics"),
          trade("336390", 1.5, 180, 410_000, 420, 0.85, "Auto Parts,Drivetrain,Components"),
          trade("339112", 1.5, 120, 390_000, 760, 0.90, "Medical Devices,Surgical,Instruments"),
          trade("423830", 4, 30, 900_000, 310, 1.05, "Industrial Supply,Distributors,Supply"),
          trade("424410", 2.5, 65, 1_300_000, 210, 0.95, "Grocers,Food Service,Provisions"),
          trade("441110", 3.5, 60, 1_100_000, 230, 1.00, "Motors,Auto Group,Chevrolet"),
          trade("445110", 3, 85, 260_000, 120, 0.90, "Market,Foods,Supermarkets"),
          trade("484121", 3.5, 55, 240_000, 200, 1.00, "Freight,Trucking,Transport"),
          trade("493110", 2, 80, 160_000, 220, 1.00, "Warehousing,Logistics,Storage"),
          trade("511210", 4, 75, 480_000, 1_250, 1.30, "Software,Systems,Technologies"),
          trade("517311", 1.2, 130, 620_000, 980, 0.80, "Telecom,Communications,Networks"),
          trade("522110", 3, 110, 440_000, 820, 0.80, "Bank,Bancorp,Savings Bank"),
          trade("524126", 2, 120, 560_000, 860, 0.80, "Insurance,Mutual,Assurance"),
          trade("531210", 4, 22, 190_000, 260, 1.10, "Realty,Properties,Real Estate"),
          trade("541110", 5, 24, 260_000, 620, 1.20, "Law Group,Attorneys,Legal"),
          trade("541211", 4, 22, 200_000, 520, 1.20, "Accounting,CPAs,Tax Advisors"),
          trade("541330", 4, 40, 210_000, 640, 1.10, "Engineering,Engineers,Design Group"),
          trade("541511", 4, 38, 230_000, 900, 1.25, "Digital,Software Services,Data"),
          trade("541613", 2.5, 20, 190_000, 560, 1.20, "Marketing,Media,Brand Partners"),
          trade("561320", 2, 140, 60_000, 90, 0.95, "Staffing,Workforce,Personnel"),
          trade("611310", 1.2, 380, 130_000, 210, 0.65, "College,University,Institute"),
          trade("621111", 8, 34, 220_000, 340, 1.00, "Physicians,Medical Group,Clinic"),
          trade("622110", 1.6, 520, 190_000, 380, 0.60, "Hospital,Medical Center,Health"),
          trade("721110", 3, 55, 95_000, 110, 0.95, "Hotel,Inn,Resorts"),
          trade("722511", 6, 32, 65_000, 70, 0.95, "Grill,Kitchen,Restaurants"));

  /** Sums of the weights up to and with each trade. */
  static double[] cumulativeWeights() {
    double[] cumulative = new double[MARKET.size()];
    double sum = 0;
    for (int t = 0; t < cumulative.length; t++) {
      sum += MARKET.get(t).weight();
      cumulative[t] = sum;
    }
    return cumulative;
  }

  private static Trade trade(
      String naics,
      double weight,
      double medianEmployees,
      double revenuePerEmployee,
      double spendPerEmployee,
      double winFactor,
      String nouns) {
    return new Trade(
        naics,
        weight,
        medianEmployees,
        revenuePerEmployee,
        spendPerEmployee,
        winFactor,
        List.of(nouns.split(",")));
  }
}
