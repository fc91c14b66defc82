/**
 * Speed: JMH kernels, and the table of benchmark instances.
 *
 * <p>Each kernel runs beside the plain way of doing the same, on the same input, and compares their
 * checksums before it counts. {@code bench/README.md} says how to run them.
 */
@NullMarked
package bailiwick.bench;

import org.jspecify.annotations.NullMarked;
