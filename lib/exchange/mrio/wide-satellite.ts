import { messages } from "../../message/message.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, separatorOf } from "./lines.ts";
import { readMatrix } from "./matrix-file.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { chooseStressors, type FoundStressor } from "./stressor-choice.ts";
import { satellite, type TableDraft } from "./table-draft.ts";
import type { WideLabel } from "./wide-table.ts";

const texts = messages("exchange", {
  stressorOfNoRegion: {
    en: "{name}, which belongs to no region, was left out: {total} {unit}.",
    zh: "{name} 不属于任何区域，未计入：{total} {unit}。",
  },

  unknownColumnLabel: {
    en: 'a column of the table was expected, but "{label}" is none.',
    zh: "应为表中的一列，而“{label}”不是。",
  },
});

/**
 * Reads the satellite accounts for a wide table: every `satellite*.csv` or `emissions*.csv` whose name has this year or no
 * year.
 * The first column is the stressor, as "CO2 (kt)" with its unit in parentheses; the other columns are labelled as in the
 * table, sectors and categories of final demand (households) alike. Throws ImportError.
 */
export async function readWideSatellite(
  files: SourceFiles,
  year: number,
  draft: TableDraft,
  label: (text: string) => WideLabel,
  options: ImportOptions = {},
): Promise<void> {
  const wanted = options.stressors ? options : undefined;
  for (const path of wideSatellites(files, year)) {
    let columns: WideLabel[] = [];
    const left = new Map<string, { total: number; unit: string }>();
    await readMatrix(
      files,
      path,
      { headerRows: 1, labelColumns: 1 },
      (header, _, line) => {
        columns = header[0]!.map((text) => {
          const found = label(text);
          // Bunkers and discrepancies belong to no region.
          if (found.kind === "discrepancy" || (found.kind === "skipped" && /bunker|^disc/i.test(text))) return found;
          const fits =
            (found.kind === "sector" && draft.has(found.region, found.sector)) ||
            (found.kind === "demand" && draft.hasDemand(found.region, found.category));
          if (!fits) throw new ImportError(path, line - 1, texts.unknownColumnLabel({ label: text }));
          return found;
        });
      },
      ({ labels, value }) => {
        const { name, unit } = nameAndUnit(labels[0]!);
        if (wanted && !chooseStressors([name], wanted)[0]) return;
        const stressor = draft.stressorPlace(name, unit, satellite);
        columns.forEach((column, j) => {
          if (column.kind === "sector") draft.F.add(stressor, draft.place(column.region, column.sector), value(j));
          if (column.kind === "demand")
            draft.FY.add(stressor, draft.demandPlace(column.region, column.category), value(j));
          if (column.kind === "skipped" || column.kind === "discrepancy") {
            const key = `${name} of ${column.name}`;
            left.set(key, { total: (left.get(key)?.total ?? 0) + value(j), unit });
          }
        });
      },
      options,
    );
    for (const [key, { total, unit }] of left) {
      if (total !== 0) draft.notes.push(texts.stressorOfNoRegion({ name: key, total: total.toPrecision(6), unit }));
    }
  }
}

/** The stressors of the same files. */
export async function wideStressors(files: SourceFiles, year: number): Promise<FoundStressor[]> {
  const all: { name: string; unit: string }[] = [];
  for (const path of wideSatellites(files, year)) {
    let isHeader = true;
    let separator = ",";
    for await (const text of linesOf(files.open(path))) {
      if (text.trim() === "") continue;
      if (isHeader) separator = separatorOf(text);
      else all.push(nameAndUnit(fieldsOf(text, separator)[0]!.trim()));
      isHeader = false;
    }
  }
  // A file in this layout is made for the import, so all of its stressors are kept.
  return all.map((each) => ({ ...each, isUsual: true }));
}

function wideSatellites(files: SourceFiles, year: number): string[] {
  return files.paths.filter((path) => {
    const named = /\d{4}/.exec(fileName(path))?.[0];
    return /^(satellite|emissions)[^/]*\.csv$/i.test(fileName(path)) && (!named || Number(named) === year);
  });
}

function nameAndUnit(label: string): { name: string; unit: string } {
  const [, name = label, unit = ""] = /^(.*?)\s*\(([^()]*)\)$/.exec(label) ?? [];
  return { name, unit };
}
