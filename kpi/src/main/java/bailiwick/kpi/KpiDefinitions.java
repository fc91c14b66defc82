package bailiwick.kpi;

import java.util.List;

/** The definitions, apart from their type for the sake of length. */
final class KpiDefinitions {

  static final List<KpiDefinition> ALL =
      List.of(
          new KpiDefinition(
              "accounts",
              "Accounts",
              "number of accounts that the territory owns",
              "accounts",
              "accounts; their owner on the day of the figures",
              "never"),
          new KpiDefinition(
              "prospects",
              "Prospects",
              "number of its accounts with revenue of 0 or less in the period",
              "accounts",
              "accounts and their revenue; accounts whose revenue is unknown are not counted",
              "never"),
          new KpiDefinition(
              "potentialCents",
              "Potential",
              "sum of the yearly potential of its accounts",
              "money a year",
              "accounts; unknown potentials are left out",
              "when it has accounts and the potential of none of them is known"),
          new KpiDefinition(
              "revenueCents",
              "Revenue",
              "sum of what its accounts bought from the first day of the period to the day of the"
                  + " figures",
              "money",
              "revenue of accounts, of which a row that reaches beyond the period counts by its days;"
                  + " without revenue the sales column of the accounts",
              "when it has accounts and the revenue of none of them is known"),
          new KpiDefinition(
              "openPipelineCents",
              "Open pipeline",
              "sum of the open opportunities of its accounts, unweighted",
              "money",
              "opportunities open on the day of the figures; without those the pipeline column of"
                  + " the accounts",
              "when it has accounts and the pipeline of none of them is known"),
          new KpiDefinition(
              "quotaCents",
              "Quota",
              "sum of its quotas, each × its days in the period ÷ all its days, rounded to the cent",
              "money",
              "quotas of the territory; without those, of the representative in its seat",
              "when the territory has no quota, for example while its seat is vacant"),
          new KpiDefinition(
              "quotaToDateCents",
              "Quota to date",
              "sum of its quotas, each × its days in the period before the day of the figures ÷ all"
                  + " its days, rounded to the cent",
              "money",
              "quotas; the period; the day of the figures",
              "when the quota is missing"),
          new KpiDefinition(
              "remainingQuotaCents",
              "Remaining quota",
              "quota − revenue; below 0 when the quota is exceeded; the company's is the sum of its"
                  + " territories'",
              "money",
              "quota and revenue",
              "when the quota or the revenue is missing"),
          new KpiDefinition(
              "attainment",
              "Attainment",
              "revenue ÷ quota to date; the company's counts the territories that have a quota",
              "ratio, 1 is on plan",
              "revenue and quota to date",
              "when the revenue or the quota to date is missing, or the quota to date is 0"),
          new KpiDefinition(
              "pipelineCoverage",
              "Pipeline coverage",
              "open pipeline ÷ remaining quota; the company's counts the territories that have a quota",
              "ratio, 3 means three times what is still to win",
              "open pipeline and remaining quota",
              "when either is missing, or nothing remains to be won"),
          new KpiDefinition(
              "potentialIndex",
              "Potential index",
              "potential ÷ mean of the known potentials of the territories × 100",
              "index, 100 is the average territory",
              "potential of every territory",
              "when its potential is missing, or the mean is 0; for the company and for unowned accounts"),
          new KpiDefinition(
              "potentialShare",
              "Share of potential",
              "potential ÷ potential of the company",
              "ratio",
              "potential of the territory and of the company",
              "when either is missing, or the company's is 0"),
          new KpiDefinition(
              "wonDeals",
              "Deals won",
              "number of opportunities of its accounts won in the twelve months before the day of the"
                  + " figures",
              "opportunities",
              "opportunities",
              "when no opportunities were loaded"),
          new KpiDefinition(
              "lostDeals",
              "Deals lost",
              "number of opportunities of its accounts lost in the twelve months before the day of"
                  + " the figures",
              "opportunities",
              "opportunities",
              "when no opportunities were loaded"),
          new KpiDefinition(
              "winRate",
              "Win rate",
              "deals won ÷ (deals won + deals lost)",
              "ratio",
              "opportunities",
              "when no opportunities were loaded, or none was closed"),
          new KpiDefinition(
              "contactedAccounts",
              "Accounts contacted",
              "number of its accounts with a contact in the 90 days before the day of the figures",
              "accounts",
              "activities",
              "when no activities were loaded"),
          new KpiDefinition(
              "coverage",
              "Coverage",
              "accounts contacted ÷ accounts",
              "ratio",
              "activities; accounts",
              "when no activities were loaded, or it has no accounts"));

  private KpiDefinitions() {}
}
