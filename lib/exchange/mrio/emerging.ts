import { messages } from "../../message/message.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import { readLabelList } from "./label-list.ts";
import { readMatrix } from "./matrix-file.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { chooseStressors, type FoundStressor, foundStressors } from "./stressor-choice.ts";
import { type ImportedTable, satellite, TableDraft } from "./table-draft.ts";
import { requireTableSize } from "./table-size.ts";

const texts = messages("exchange", {
  noDemandFile: {
    en: "the file of the same name ending in _f.csv was expected with it.",
    zh: "旁边应有结尾为 _f.csv 的配套文件。",
  },
  columnsPerRegion: {
    en: "a multiple of {count} columns was expected, but there are {width}.",
    zh: "列数应为 {count} 的倍数，实际有 {width} 列。",
  },
});

export interface EmergingFiles {
  readonly source: string;
  readonly year: number;
  readonly flows: string;
}

const money = "million USD";

/** EMERGING_2019_z.csv, with _f, and _e and _ey for emissions. */
export function findEmerging(files: SourceFiles): EmergingFiles[] {
  return files.paths.flatMap((path) => {
    const found = /^EMERGING_?(?:V[\d.]+_)?(\d{4})_z\.csv$/i.exec(fileName(path));
    return found ? [{ source: "EMERGING", year: Number(found[1]), flows: path }] : [];
  });
}

/**
 * Reads EMERGING (245 economies × 135 sectors). It is published as MATLAB 7.3 files, which a browser cannot open: the
 * matrices z and f, and e and ey if there are emissions, are read as CSV exports of numbers only, in the order of
 * Regions.csv and Sectors.csv; stressors.csv names the rows of e. f has one column a region, or the same number for each.
 * Throws ImportError.
 *
 * Huo et al. (2022), doi:10.1111/jiec.13265.
 */
export async function readEmerging(
  files: SourceFiles,
  { source, year, flows }: EmergingFiles,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  const regions = await readLabelList(files, /regions.*\.csv$/i, /code|region/i, flows, "Regions.csv");
  const sectors = await readLabelList(files, /sectors.*\.csv$/i, /names?|sector/i, flows, "Sectors.csv");
  requireTableSize(flows, regions, sectors, options.aggregation);
  const rows = regions.flatMap((region) => sectors.map((sector) => draft.place(region, sector)));
  const fileOf = (part: string) => {
    const name = fileName(flows)
      .replace(/_z\.csv$/i, `_${part}.csv`)
      .toLowerCase();
    return files.paths.find((path) => fileName(path).toLowerCase() === name);
  };
  const demandFile = fileOf("f");
  if (!demandFile) throw new ImportError(flows, undefined, texts.noDemandFile());
  const read = (
    path: string,
    wanted: number | undefined,
    onWidth: (width: number, line: number) => void,
    onCell: (row: number, col: number, value: number) => void,
  ) => {
    let at = 0;
    let columns = 0;
    options.step?.(path);
    return readMatrix(
      files,
      path,
      { headerRows: 0, labelColumns: 0, separator: "," },
      (_, width, line) => {
        columns = width;
        onWidth(width, line);
      },
      ({ value, line }) => {
        if (wanted !== undefined && at >= wanted)
          throw new ImportError(path, line, layoutFaults.surplusRows({ wanted }));
        for (let j = 0; j < columns; j++) onCell(at, j, value(j));
        at++;
      },
      options,
    ).then((found) => {
      if (wanted !== undefined && found.rows !== wanted) {
        throw new ImportError(path, undefined, layoutFaults.missingRows({ wanted, found: found.rows }));
      }
    });
  };
  const square = (path: string) => (width: number, line: number) => {
    if (width !== rows.length)
      throw new ImportError(path, line, layoutFaults.columnsByLabels({ wanted: rows.length, found: width }));
  };
  await read(flows, rows.length, square(flows), (i, j, value) => draft.Z.add(rows[i]!, rows[j]!, value));
  let demand: number[] = [];
  const byRegion = (path: string) => (width: number, line: number) => {
    const each = width / regions.length;
    if (!Number.isInteger(each))
      throw new ImportError(path, line, texts.columnsPerRegion({ count: regions.length, width }));
    demand = regions.flatMap((region) =>
      Array.from({ length: each }, (_, c) =>
        draft.demandPlace(region, each === 1 ? "final demand" : `final demand ${c + 1}`),
      ),
    );
  };
  await read(demandFile, rows.length, byRegion(demandFile), (i, j, value) => draft.Y.add(rows[i]!, demand[j]!, value));
  const emissions = fileOf("e");
  if (emissions) {
    const { names, units } = await stressorLabels(files, emissions);
    const chosen = chooseStressors(names, options);
    const places = names.map((name, k) => (chosen[k] ? draft.stressorPlace(name, units[k] ?? "", satellite) : -1));
    await read(emissions, names.length, square(emissions), (k, j, value) => {
      if (places[k]! >= 0) draft.F.add(places[k]!, rows[j]!, value);
    });
    const households = fileOf("ey");
    if (households) {
      await read(households, names.length, byRegion(households), (k, j, value) => {
        if (places[k]! >= 0) draft.FY.add(places[k]!, demand[j]!, value);
      });
    }
  }
  return draft.finish(source, year, money, flows);
}

/** The rows of e, by stressors.csv. */
export async function emergingStressors(files: SourceFiles, { flows }: EmergingFiles): Promise<FoundStressor[]> {
  if (!files.paths.some((path) => /stressors.*\.csv$/i.test(fileName(path)))) return [];
  const { names, units } = await stressorLabels(files, flows);
  return foundStressors(names, units);
}

async function stressorLabels(files: SourceFiles, beside: string): Promise<{ names: string[]; units: string[] }> {
  const read = (column: RegExp) => readLabelList(files, /stressors.*\.csv$/i, column, beside, "stressors.csv");
  return { names: await read(/name|stressor/i), units: await read(/unit/i) };
}
