import type { ColumnMetaData } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";

/**
 * Throws RangeError if the pages of a column in one group of rows state more values or bytes than the column has. The library
 * believes them: a damaged number would keep it busy, or fill the memory.
 */
export function checkPages(bytes: Uint8Array<ArrayBuffer>, column: ColumnMetaData): void {
  const { data_page_offset: data, dictionary_page_offset: dictionary } = column;
  const start = Number(dictionary && dictionary < data ? dictionary : data);
  const length = Number(column.total_compressed_size);
  ensure(start >= 0 && length >= 0 && start + length <= bytes.length);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset + start, length), offset: 0 };
  const unpacked = Number(column.total_uncompressed_size);
  let left = Number(column.num_values);
  while (left > 0 && reader.offset < length - 1) {
    const page = parquetHeader(reader);
    const size = page.compressed_page_size;
    ensure(isWithin(size, length - reader.offset) && isWithin(page.uncompressed_page_size, unpacked));
    const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: words } = page;
    // Each word takes a byte at least.
    if (words) ensure(isWithin(words.num_values, page.uncompressed_page_size));
    if (first) ensure(isWithin(first.num_values, left));
    if (second) {
      ensure(isWithin(second.num_values, left) && isWithin(second.num_nulls, second.num_values));
      ensure(isWithin(second.num_rows, second.num_values));
      ensure(isWithin(second.repetition_levels_byte_length + second.definition_levels_byte_length, size));
      ensure(second.repetition_levels_byte_length >= 0 && second.definition_levels_byte_length >= 0);
    }
    left -= (first ?? second)?.num_values ?? 0;
    reader.offset += size;
  }
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

function ensure(holds: boolean): void {
  if (!holds) throw new RangeError();
}
