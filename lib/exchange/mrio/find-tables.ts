import { emergingStressors, findEmerging, readEmerging } from "./emerging.ts";
import { eoraStressors, findEora, readEora } from "./eora.ts";
import { exiobaseStressors, findExiobase, readExiobase } from "./exiobase-coefficients.ts";
import { findFigaro, readFigaro } from "./figaro.ts";
import { findGloria, gloriaStressors, readGloria } from "./gloria.ts";
import { findIcio, readIcio } from "./icio.ts";
import { findPymrio, pymrioStressors, readPymrio } from "./pymrio.ts";
import type { ImportOptions, SourceFiles } from "./source-files.ts";
import type { FoundStressor } from "./stressor-choice.ts";
import type { ImportedTable } from "./table-draft.ts";
import { stressorsBeside } from "./table-stressors.ts";
import { findWiod, readWiod } from "./wiod.ts";

/** A table among the files, not read yet. */
export interface FoundTable {
  readonly source: string;
  readonly year: number;
  /** The stressors of its satellite accounts; value added and taxes, which are in the table itself, are not included. */
  stressors(): Promise<FoundStressor[]>;
  read(options?: ImportOptions): Promise<ImportedTable>;
}

/** The file names that the readers look for, as a sentence. */
export const knownLayouts =
  "EXIOBASE 3 (IOT_2011_ixi.zip), EXIOBASE 1 and 2 (mrIot….txt, mrFinalDemand….txt), pymrio (Z.txt, Y.txt, or .parquet), OECD ICIO (ICIO2023_2020.csv), FIGARO (matrix_eu-ic-io_….csv or flatfile_….csv), WIOD (WIOT11_ROW_Sep12.xlsx, WIOT2014_Nov16_ROW.xlsb, or saved as CSV), Eora26 (Eora26_2015_bp_T.txt and labels), GLORIA (…_T-Results_2021_059_Markup001….csv and GLORIA_ReadMe_059.xlsx), EMERGING exported as CSV (EMERGING_2019_z.csv and labels)";

/** The tables among the files, by the names under which databases are published. */
export function findTables(files: SourceFiles): FoundTable[] {
  const beside = (kind: "OECD" | "Eurostat" | "WIOD") => (each: { year: number }) =>
    stressorsBeside(files, each.year, kind);
  return [
    ...found(
      findPymrio(files),
      (each, options) => readPymrio(files, each, options),
      (each) => pymrioStressors(files, each),
    ),
    ...found(
      findExiobase(files),
      (each, options) => readExiobase(files, each, options),
      (each) => exiobaseStressors(files, each),
    ),
    ...found(findIcio(files), (each, options) => readIcio(files, each, options), beside("OECD")),
    ...found(findFigaro(files), (each, options) => readFigaro(files, each, options), beside("Eurostat")),
    ...found(findWiod(files), (each, options) => readWiod(files, each, options), beside("WIOD")),
    ...found(
      findEora(files),
      (each, options) => readEora(files, each, options),
      (each) => eoraStressors(files, each),
    ),
    ...found(
      findGloria(files),
      (each, options) => readGloria(files, each, options),
      (each) => gloriaStressors(files, each),
    ),
    ...found(
      findEmerging(files),
      (each, options) => readEmerging(files, each, options),
      (each) => emergingStressors(files, each),
    ),
  ];
}

function found<T extends { readonly source: string; readonly year: number }>(
  list: readonly T[],
  read: (each: T, options?: ImportOptions) => Promise<ImportedTable>,
  stressors: (each: T) => Promise<FoundStressor[]>,
): FoundTable[] {
  return list.map((each) => ({
    source: each.source,
    year: each.year,
    stressors: () => stressors(each),
    read: (options) => read(each, options),
  }));
}
