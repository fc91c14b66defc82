package bailiwick.server.intake;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters that {@link ImportFlags} reads, which Spring does not see. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "mapping",
    in = ParameterIn.QUERY,
    description = "JSON object, field to column header, for what the guess gets wrong.",
    schema = @Schema(type = "string"),
    example = "{\"postcode\":\"Zip Code\"}")
@Parameter(
    name = "set",
    in = ParameterIn.QUERY,
    description = "A value that every row has, `field=value`. Repeatable.",
    array = @ArraySchema(schema = @Schema(type = "string")),
    example = "[\"country=US\"]")
@Parameter(
    name = "where",
    in = ParameterIn.QUERY,
    description = "Rows to read, `COLUMN=value` or `COLUMN!=value`. Repeatable; all must hold.",
    array = @ArraySchema(schema = @Schema(type = "string")),
    example = "[\"STATUS=OPEN\"]")
@Parameter(
    name = "impute",
    in = ParameterIn.QUERY,
    description =
        "How blank amounts are filled: `name=median`, `name=median-by:COLUMN` or `name=12`."
            + " Repeatable; every amount filled is listed.",
    array = @ArraySchema(schema = @Schema(type = "string")),
    example = "[\"workload=median-by:TYPE\"]")
@Parameter(
    name = "measure",
    in = ParameterIn.QUERY,
    description = "A further measure of market figures, `name=COLUMN`. Repeatable.",
    array = @ArraySchema(schema = @Schema(type = "string")),
    example = "[\"beds=BEDS\"]")
@Parameter(
    name = "profile",
    in = ParameterIn.QUERY,
    description =
        "Profile that columns are read by where nothing else is said: the name of a ready or a saved"
            + " one, a profile as JSON, or `none`; without it, a ready one is recognised by the"
            + " header.",
    schema = @Schema(type = "string"),
    example = "salesforce-accounts")
@Parameter(
    name = "delimiter",
    in = ParameterIn.QUERY,
    description = "What stands between cells; found out when absent.",
    schema = @Schema(type = "string"),
    example = ";")
@Parameter(
    name = "encoding",
    in = ParameterIn.QUERY,
    description = "Encoding of the text; found out when absent.",
    schema = @Schema(type = "string"),
    example = "UTF-8")
@Parameter(
    name = "sheet",
    in = ParameterIn.QUERY,
    description = "Sheet of a workbook; the first that is not hidden when absent.",
    schema = @Schema(type = "string"),
    example = "Accounts")
@Parameter(
    name = "decimal",
    in = ParameterIn.QUERY,
    description = "Decimal mark of numbers; learnt from each column when absent.",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"point", "comma"}),
    example = "comma")
@Parameter(
    name = "days",
    in = ParameterIn.QUERY,
    description = "What comes first in days such as 03/04/2026; learnt when absent.",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"day-first", "month-first"}),
    example = "day-first")
@Parameter(
    name = "country",
    in = ParameterIn.QUERY,
    description = "Country of addresses that name none; the plan's when absent.",
    schema = @Schema(type = "string"),
    example = "US")
@Parameter(
    name = "partOnly",
    in = ParameterIn.QUERY,
    description =
        "Whether the file holds only some of its kind: what is not in it then has not disappeared.",
    schema = @Schema(type = "boolean", defaultValue = "false"))
@Parameter(
    name = "mergeProspects",
    in = ParameterIn.QUERY,
    description =
        "Whether prospects that have the web domain of a customer are merged into it after a load of"
            + " accounts, by rule; otherwise each is a pair that waits for somebody.",
    schema = @Schema(type = "boolean", defaultValue = "false"))
@interface ImportParameters {}
