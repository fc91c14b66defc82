package bailiwick.intake.table;

import java.nio.charset.Charset;

/**
 * How a table file is written down. Immutable; made by {@link TableReader} from the bytes.
 *
 * @param delimiter what stands between two cells: comma, semicolon, tab or bar
 * @param charset the encoding
 * @param byteOrderMark whether the text opens with a byte order mark, which belongs to no cell
 * @param gzip whether the bytes are gzip-compressed
 */
public record TableFormat(char delimiter, Charset charset, boolean byteOrderMark, boolean gzip) {}
