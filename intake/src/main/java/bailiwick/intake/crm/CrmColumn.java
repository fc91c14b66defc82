package bailiwick.intake.crm;

/**
 * Where a field of an import stands in a CRM.
 *
 * @param property the CRM's name of it
 * @param field the import's key of it
 */
record CrmColumn(String property, String field) {}
