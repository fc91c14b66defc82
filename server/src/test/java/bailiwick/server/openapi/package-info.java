/**
 * The generated OpenAPI document and the checks that the committed one is the same.
 *
 * <p>springdoc works here only: the product serves the committed file.
 */
@NullMarked
package bailiwick.server.openapi;

import org.jspecify.annotations.NullMarked;
