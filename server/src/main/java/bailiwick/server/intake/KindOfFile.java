package bailiwick.server.intake;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the part of the path that says what a file holds. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    description = "What the file holds.",
    schema =
        @Schema(
            allowableValues = {
              "accounts",
              "representatives",
              "opportunities",
              "activities",
              "revenue",
              "quotas",
              "prospects",
              "contacts",
              "sites",
              "territories",
              "assignments",
              "products",
              "time",
              "market"
            }))
@interface KindOfFile {}
