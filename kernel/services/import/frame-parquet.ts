import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { type LabelledFrame, lengthOf } from "../../../lib/exchange/mrio/labelled-frame.ts";
import { columnNames, indexFields, pandasMetadataText } from "./pandas-metadata.ts";

/** Cells that are held at once while they are turned from rows to columns. */
const CELLS = 1 << 23;

/**
 * Writes a frame as pandas writes it to Parquet (`to_parquet`): a column of numbers or texts for each of its columns, then the labels
 * of its rows, and its description under the key `pandas`. `take` is called with the bytes in parts, `pause` between them.
 */
export async function writeFrame(
  frame: LabelledFrame,
  take: (bytes: Uint8Array<ArrayBuffer>) => void,
  pause: () => void | Promise<void> = () => {},
): Promise<void> {
  const { rows, columns, isText } = frame;
  const names = columnNames(columns);
  const fields = indexFields(rows);
  const [count, width] = [lengthOf(rows), names.length];
  const columnOf = (name: string, isText: boolean, data: string[] | Float64Array) => ({
    name,
    type: isText ? ("STRING" as const) : ("DOUBLE" as const),
    nullable: false,
    statistics: false,
    offsetIndex: false,
    data,
  });
  const columnsFrom = (from: number, to: number) => {
    const values = names.map((): string[] | Float64Array => (isText ? [] : new Float64Array(to - from)));
    for (let i = from; i < to; i++) {
      const row = frame.row(i);
      for (let j = 0; j < width; j++) values[j]![i - from] = row[j]!;
    }
    return [
      ...names.map((name, j) => columnOf(name, isText, values[j]!)),
      ...rows.levels.map((labels, k) => columnOf(fields[k]!, true, labels.slice(from, to))),
    ];
  };
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnsFrom(0, 0) }),
    kvMetadata: [{ key: "pandas", value: pandasMetadataText(frame) }],
    statistics: false,
  });
  const give = () => {
    take(writer.getBytes().slice());
    writer.index = 0;
  };
  const step = Math.max(1, Math.floor(CELLS / Math.max(1, width)));
  for (let from = 0; from < count; from += step) {
    const columnData = columnsFrom(from, Math.min(count, from + step));
    await parquet.write({ columnData, rowGroupSize: step });
    give();
    await pause();
  }
  await parquet.finish();
  give();
}
