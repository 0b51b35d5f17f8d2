import { readOecd } from "./oecd-accounts.ts";
import { fileName, type ImportOptions, type SourceFiles, yearIn } from "./source-files.ts";
import { type ImportedTable, TableDraft } from "./table-draft.ts";
import { readWideSatellite } from "./wide-satellite.ts";
import { readWideTable, splitLabel, type WideLabel } from "./wide-table.ts";

export interface IcioFile {
  readonly path: string;
  readonly source: string;
  readonly year: number;
}

const categories = /^(HFCE|NPISH|NPS|GGFC|GFCF|INVNT|INV|DIRP|DPABR|FD|P33|NONRES|CONS_NONRES)$/;
const money = "million USD";

/** ICIO2021_2018.csv, ICIO2023_2020.csv (and the editions before), or 2020_SML.csv as the newest are named. */
export function findIcio(files: SourceFiles): IcioFile[] {
  return files.paths.flatMap((path) => {
    const named = /^ICIO(\d{4})[_-](\d{4})\.csv$/i.exec(fileName(path));
    const plain = /^(\d{4})(_SML)?\.csv$/i.exec(fileName(path));
    if (named) return [{ path, source: `OECD ICIO ${named[1]}`, year: Number(named[2]) }];
    return plain ? [{ path, source: "OECD ICIO", year: yearIn(fileName(path)) ?? Number(plain[1]) }] : [];
  });
}

/**
 * Reads an OECD Inter-Country Input–Output table. China's and Mexico's parts (CN1, CN2, MX1, MX2) are merged into CHN
 * and MEX, in rows and columns. TLS, VA and similar rows become stressors in money; OUT gives output, without which it is the sum of
 * the row. DISC, which has no region, is final demand of the region that supplies, and noted. Emissions are read from accompanying files, see `readWideSatellite`. Throws ImportError.
 */
export async function readIcio(
  files: SourceFiles,
  { path, source, year }: IcioFile,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  options.step?.(path);
  await readWideTable(files, path, draft, { label: icioLabel, money }, options);
  await readWideSatellite(files, year, draft, icioLabel, options);
  await readOecd(files, year, draft, options);
  return draft.finish(source, year, money, path);
}

/** The meaning of a label of the table. */
export function icioLabel(text: string): WideLabel {
  if (/^(OUT|OUTPUT|TOTAL)$/i.test(text)) return { kind: "output" };
  if (/^DISC$/i.test(text)) return { kind: "discrepancy", name: text.toUpperCase() };
  // 2016 and 2018 have VALU and taxes under several names, "VA+TAXSUB" among them.
  if (/^[^_]*(VA|TLS|TXS|TAX)[^_]*$/i.test(text)) return { kind: "factor", name: text.toUpperCase() };
  const parts = splitLabel(text);
  if (!parts) return { kind: "skipped", name: text };
  const [region, code] = [foldRegion(parts[0]), parts[1]];
  // 2016 wrote the category first: HC_AUS.
  if (/TAXSUB$|^VALU$/.test(code)) return { kind: "factor", name: "TAXSUB" };
  if (categories.test(code)) return { kind: "demand", region, category: code };
  if (categories.test(parts[0])) return { kind: "demand", region: foldRegion(code), category: parts[0] };
  return { kind: "sector", region, sector: code };
}

function foldRegion(code: string): string {
  if (/^CN\d$/.test(code)) return "CHN";
  return /^MX\d$/.test(code) ? "MEX" : code;
}
