import { messages } from "../../message/message.ts";
import { flowsFromCoefficients } from "./coefficient-table.ts";
import { ImportError, rowProblem } from "./import-error.ts";
import { type MatrixRow, readMatrix } from "./matrix-file.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { chooseStressors, type FoundStressor, foundStressors } from "./stressor-choice.ts";
import { type ImportedTable, TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  noExiobaseDemand: {
    en: "{name} was expected in the same folder.",
    zh: "同一文件夹中应有 {name}。",
  },
  threeLabels: {
    en: "three columns of labels (region, sector, unit) were expected, but there are {count}.",
    zh: "应有三列标签（区域、部门、单位），实际有 {count} 列。",
  },
  otherUnit: {
    en: 'the unit "{wanted}" was expected, as in the rows above, but "{unit}" stands there.',
    zh: "单位应与上方各行相同，为“{wanted}”，此处却是“{unit}”。",
  },
  rowsOfColumns: {
    en: "{width} rows were expected, one for each column of {flows}, but there are {rows}. Is the file truncated?",
    zh: "应有 {width} 行，与 {flows} 的各列对应，实际有 {rows} 行。文件是否被截断？",
  },
  noSuchRow: {
    en: 'a row of {flows} was expected, but "{label}" is none.',
    zh: "应为 {flows} 中的一行，而“{label}”不是。",
  },
  noSuchColumn: {
    en: 'a column of {file} was expected, but "{label}" is none.',
    zh: "应为 {file} 中的一列，而“{label}”不是。",
  },
  noUnitLabel: {
    en: "labels of the stressor with its unit in the last of them were expected, but there is only one column of labels.",
    zh: "应有压力因子的标签，最后一列为单位，但标签只有一列。",
  },
  coefficientsWhole: {
    en: "the table is published as coefficients, which cannot be added up while they are read. Import it whole, and aggregate it in the notebook.",
    zh: "此表以系数发布，读取时不能归并。请整体导入，再在笔记本中归并。",
  },
});

export interface ExiobaseFiles {
  readonly folder: string;
  readonly flows: string;
  readonly source: string;
  readonly year: number;
}

/** The years that the versions describe: Tukker et al. (2013); exiobase.eu, "EXIOBASE2 (year 2007) full data set". */
const years: Readonly<Record<string, number>> = { 1: 2000, 2: 2007 };

/** The accounts: of production, and of final demand where there is one. */
const accounts = [
  { name: "factor_inputs", production: /^mrFactorInputs?/i, demand: /^mrFDFactorInputs?/i },
  { name: "emissions", production: /^mrEmissions?/i, demand: /^mrFDEmissions?/i },
  { name: "materials", production: /^mrMaterials?/i, demand: /^mrFDMaterials?/i },
  { name: "resources", production: /^mrResources?/i, demand: /^mrFDResources?/i },
] as const;

/** Every folder with mrIot….txt (`mrIOT_version2.2.2.txt`; EXIOBASE 1 has no version in its name). */
export function findExiobase(files: SourceFiles): ExiobaseFiles[] {
  return files.paths.flatMap((flows) => {
    const name = fileName(flows);
    if (!/^mrIot[^/]*\.txt$/i.test(name)) return [];
    const version = /(\d)/.exec(name)?.[1] ?? /version_?(\d)/i.exec(flows)?.[1] ?? "1";
    const year = years[version];
    if (year === undefined) return [];
    const system = /(?<![a-z])(ixi|pxp)(?![a-z])/i.exec(flows)?.[1]?.toLowerCase();
    const folder = flows.slice(0, -name.length);
    return [{ folder, flows, source: `EXIOBASE ${version}${system ? ` ${system}` : ""}`, year }];
  });
}

/**
 * Reads EXIOBASE 1 or 2: tab-separated texts, quoted or not, with two header rows (region; sector or category). mrIot has three
 * label columns (region, sector, unit); a unit such as M.EUR/M.EUR says that it has coefficients: output is then solved from final
 * demand, and the accounts per unit of output become totals. mrFinalDemand has the same labels; the accounts (mrFactorInputs,
 * mrEmissions, mrMaterials, mrResources, and mrFDEmissions and so on for final demand) have the stressor, for emissions the
 * compartment, and the unit. Throws ImportError.
 *
 * Tukker et al. (2013), doi:10.1080/09535314.2012.761952 (EXIOBASE 1); Wood et al. (2015), doi:10.3390/su7010138 (EXIOBASE 2).
 */
export async function readExiobase(
  files: SourceFiles,
  { folder, flows, source, year }: ExiobaseFiles,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  const demand = fileIn(files, folder, /^mrFinalDemand/i);
  if (!demand) throw new ImportError(flows, undefined, texts.noExiobaseDemand({ name: "mrFinalDemand….txt" }));
  options.step?.(flows);
  const unit = await readRows(files, flows, draft, flows, draft.Z, options);
  const [money = "", per] = unit.split("/");
  options.step?.(demand);
  await readRows(files, demand, draft, flows, draft.Y, options);
  if (per !== undefined) await flowsFromCoefficients(draft, flows);
  for (const { name, production, demand: households } of accounts) {
    for (const [part, cells] of [
      [production, draft.F],
      [households, draft.FY],
    ] as const) {
      const path = fileIn(files, folder, part);
      if (!path) continue;
      options.step?.(path);
      await readAccount(files, path, name, money, { draft, cells, flows, demand }, options);
    }
  }
  return draft.finish(source, year, money, flows);
}

/** The stressors of all accounts. */
export async function exiobaseStressors(files: SourceFiles, { folder }: ExiobaseFiles): Promise<FoundStressor[]> {
  const found: FoundStressor[] = [];
  for (const { name, production } of accounts) {
    const path = fileIn(files, folder, production);
    if (path) found.push(...(await stressorsIn(files, path, name)));
  }
  return found;
}

async function stressorsIn(files: SourceFiles, path: string, account: string): Promise<FoundStressor[]> {
  const rows: { name: string; unit: string }[] = [];
  await readMatrix(
    files,
    path,
    layout,
    () => {},
    (row) => rows.push(stressorOf(row, path, "")),
  );
  return foundStressors(
    rows.map(({ name }) => name),
    rows.map(({ unit }) => unit.replace(/\/.*$/, "")),
    account,
  );
}

const layout = { headerRows: 2, labelColumns: "header", separator: "\t" } as const;

function fileIn(files: SourceFiles, folder: string, name: RegExp): string | undefined {
  return files.paths.find(
    (path) =>
      path.startsWith(folder) && path === folder + fileName(path) && name.test(fileName(path)) && /\.txt$/i.test(path),
  );
}

/** Reads mrIot or mrFinalDemand and returns the unit of its rows. */
async function readRows(
  files: SourceFiles,
  path: string,
  draft: TableDraft,
  flows: string,
  cells: TableDraft["Z"],
  options: ImportOptions,
): Promise<string> {
  const isFlows = path === flows;
  const seen = new Set<string>();
  let places: number[] = [];
  let unit: string | undefined;
  const { rows } = await readMatrix(
    files,
    path,
    layout,
    ([regions, names]) => {
      places = regions!.map((region, j) =>
        isFlows ? draft.place(region, names![j] ?? "") : draft.demandPlace(region, names![j] ?? ""),
      );
    },
    ({ labels, line, value }) => {
      if (labels.length !== 3) throw new ImportError(path, line, texts.threeLabels({ count: labels.length }));
      const [region, sector, stated] = labels as [string, string, string];
      const label = `${region}, ${sector}`;
      if (!draft.has(region, sector) || seen.has(label)) {
        const isTwice = seen.has(label);
        const reason = isFlows || isTwice ? rowProblem(label, isTwice) : texts.noSuchRow({ flows, label });
        throw new ImportError(path, line, reason);
      }
      seen.add(label);
      unit ??= stated;
      if (stated.includes("/") && options.aggregation)
        throw new ImportError(path, undefined, texts.coefficientsWhole());
      if (stated !== unit) throw new ImportError(path, line, texts.otherUnit({ wanted: unit, unit: stated }));
      const row = draft.place(region, sector);
      places.forEach((col, j) => {
        cells.add(row, col, value(j));
      });
    },
    options,
  );
  if (rows !== draft.rows)
    throw new ImportError(path, undefined, texts.rowsOfColumns({ width: draft.rows, flows, rows }));
  return unit ?? "";
}

async function readAccount(
  files: SourceFiles,
  path: string,
  account: string,
  money: string,
  { draft, cells, flows, demand }: { draft: TableDraft; cells: TableDraft["F"]; flows: string; demand: string },
  options: ImportOptions,
): Promise<void> {
  const isProduction = cells === draft.F;
  // The choice is one of all stressors of the account, so their names are needed first.
  const names = (await stressorsIn(files, path, account)).map(({ name }) => name);
  const chosen = chooseStressors(names, options);
  const kept = new Set(names.filter((_, k) => chosen[k]));
  let places: number[] = [];
  await readMatrix(
    files,
    path,
    layout,
    ([regions, seconds], _, line) => {
      places = regions!.map((region, j) => {
        const second = seconds![j] ?? "";
        if (isProduction ? draft.has(region, second) : draft.hasDemand(region, second))
          return isProduction ? draft.place(region, second) : draft.demandPlace(region, second);
        const label = `${region}, ${second}`;
        throw new ImportError(path, line - 1, texts.noSuchColumn({ file: isProduction ? flows : demand, label }));
      });
    },
    (row) => {
      const { name, unit, isCoefficient } = stressorOf(row, path, money);
      if (!kept.has(name)) return;
      const stressor = draft.stressorPlace(name, unit, account);
      places.forEach((col, j) => {
        const output = isCoefficient && isProduction ? (draft.output.get(col) ?? 0) : 1;
        cells.add(stressor, col, row.value(j) * output);
      });
    },
    options,
  );
}

/** The name of a stressor with its compartment, and its unit; "kg/M.EUR" is kg per unit of output. */
function stressorOf({ labels, line }: MatrixRow, path: string, money: string) {
  if (labels.length < 2) throw new ImportError(path, line, texts.noUnitLabel());
  const stated = labels.at(-1)!;
  const isCoefficient = money !== "" && stated.endsWith(`/${money}`);
  const unit = isCoefficient ? stated.slice(0, -money.length - 1) : stated;
  return {
    name: labels
      .slice(0, -1)
      .filter((label) => label !== "")
      .join(", "),
    unit,
    isCoefficient,
  };
}
