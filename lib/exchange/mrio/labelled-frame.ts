/** Labels of the rows or columns of a frame, on one or several levels (region, sector). */
export interface FrameLabels {
  /** The name of each level; undefined if the labels are the names of columns. */
  readonly names: readonly (string | undefined)[];
  /** For each level, one label per row or column. */
  readonly levels: readonly (readonly string[])[];
}

/** A table with labelled rows and columns, as pandas has it: pymrio saves each of its tables as one. */
export interface LabelledFrame {
  readonly rows: FrameLabels;
  readonly columns: FrameLabels;
  /** Whether all values are texts (units); otherwise they are numbers. */
  readonly isText: boolean;
  /** The values of a row, one per column. They may be overwritten by the next call. */
  row(at: number): ArrayLike<number> | ArrayLike<string>;
}

/** The number of rows, or of columns. */
export function lengthOf({ levels }: FrameLabels): number {
  return levels[0]?.length ?? 0;
}

/**
 * The frame as pandas writes it to tab-separated text (`to_csv(sep="\t")`): if the columns have named levels, a line for each
 * level and one with the names of the row labels, otherwise one line with both; then a line for each row.
 */
export function* frameLines(frame: LabelledFrame): Iterable<string> {
  const { rows, columns } = frame;
  const rowNames = rows.names.map((name) => fieldText(name ?? ""));
  const isNamed = columns.names.some((name) => name !== undefined);
  if (isNamed) {
    const pad = "\t".repeat(rows.names.length - 1);
    for (const [level, name] of columns.names.entries())
      yield `${fieldText(name ?? "")}${pad}\t${columns.levels[level]!.map(fieldText).join("\t")}`;
    yield `${rowNames.join("\t")}${"\t".repeat(lengthOf(columns))}`;
  } else yield [...rowNames, ...columns.levels[0]!.map(fieldText)].join("\t");
  const count = lengthOf(rows);
  for (let i = 0; i < count; i++) {
    const labels = rows.levels.map((level) => fieldText(level[i]!));
    yield `${labels.join("\t")}\t${valuesText(frame, i)}`;
  }
}

function valuesText(frame: LabelledFrame, at: number): string {
  const values = frame.row(at);
  if (frame.isText) return Array.from(values as ArrayLike<string>, fieldText).join("\t");
  // The join of typed arrays is several times faster than that of lists.
  return (values instanceof Float64Array ? values : Float64Array.from(values as ArrayLike<number>)).join("\t");
}

/** A label in quotes if it would be split or read as quoted; pandas reads it back. */
function fieldText(label: string): string {
  return /["\t\r\n]/.test(label) ? `"${label.replaceAll('"', '""').replace(/[\r\n]+/g, " ")}"` : label;
}
