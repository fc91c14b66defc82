/**
 * The stored form of reference geography: gzipped CSV tables and TopoJSON, in the product's jar or
 * in a folder.
 *
 * <p>Entry types: {@link bailiwick.atlas.pack.Shelf} to read, {@link
 * bailiwick.atlas.pack.CountryPack} to write, {@link bailiwick.atlas.pack.AddedCountry} to do both
 * in the user's folder. Depends on {@code geo} and FastCSV.
 */
@NullMarked
package bailiwick.atlas.pack;

import org.jspecify.annotations.NullMarked;
