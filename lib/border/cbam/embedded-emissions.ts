import { z } from "zod";
import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { csrFromTriplets } from "../../numeric/csr.ts";
import { factorLu, SingularMatrixError } from "../../numeric/lu.ts";
import { solveLu } from "../../numeric/lu-solve.ts";
import { dense } from "../../numeric/matrix.ts";
import { strongComponents } from "../../numeric/strong-components.ts";
import type { Work } from "../../numeric/work.ts";
import type { InputOf } from "../../tool/shape.ts";
import { numberIn } from "../../tool/unit.ts";
import { BorderError } from "../border-error.ts";
import { tonnes } from "./units.ts";

const texts = messages("border.embedded", {
  unknownPrecursor: {
    en: "goods.{good}.precursors names {precursor}, which is neither one of the goods nor in stated. Add it to goods, or give its specific embedded emissions in stated (0 for scrap).",
    zh: "goods.{good}.precursors 中的 {precursor} 既不在 goods 中，也不在 stated 中。请将其加入 goods，或在 stated 中给出其单位隐含排放（废料为 0）。",
  },
  twice: {
    en: "{good} stands both in goods and in stated. Keep it in one of them.",
    zh: "{good} 同时出现在 goods 和 stated 中，请只保留一处。",
  },
  unproductive: {
    en: "The goods {goods:and} take each other as precursors in such amounts that no less goes in than comes out: no specific embedded emissions follow. Check the masses in goods.{first}.precursors.",
    zh: "{goods:and} 互为前体，且投入不少于产出，无法得出单位隐含排放。请检查 goods.{first}.precursors 中的质量。",
  },
  unproductiveAlone: {
    en: "{good} takes so much of itself as a precursor that nothing comes out: no specific embedded emissions follow. Check the mass in goods.{good}.precursors.{good}.",
    zh: "{good} 以自身为前体且投入不少于产出，无法得出单位隐含排放。请检查 goods.{good}.precursors.{good} 中的质量。",
  },
  noFactor: {
    en: "goods.{good} has electricity_MWh but no electricityFactor_t_MWh. Give the emission factor of that electricity.",
    zh: "goods.{good} 给出了 electricity_MWh，但缺少 electricityFactor_t_MWh。请给出该电力的排放因子。",
  },
});

/** What an installation made of a good in the reporting period. */
export const producedGoodShape = z.strictObject({
  /** Activity level, t. */
  activityLevel_t: numberIn("t").positive().describe("Tonnes produced in the reporting period"),
  /** Direct emissions attributed to the production process, t CO2e. */
  attributed_t: numberIn(tonnes).describe("Direct emissions attributed to the production process"),
  /** Electricity consumed, MWh, and its emission factor, t CO2/MWh: the indirect emissions. */
  electricity_MWh: numberIn("MWh").nonnegative().optional().describe("Consumed by the production process"),
  electricityFactor_t_MWh: numberIn("t CO2/MWh").nonnegative().optional().describe("Of that electricity"),
  precursors: z.record(z.string(), numberIn("t").nonnegative()).optional().describe("Precursor → mass consumed, t"),
});
export type ProducedGood = InputOf<typeof producedGoodShape>;

/** Specific embedded emissions, t CO2e/t. */
export interface Specific {
  readonly direct: number;
  readonly indirect: number;
}

/** A part of a good's specific embedded emissions: its own process, its electricity, or a precursor. */
export interface SpecificPart extends Specific {
  readonly good: string;
  /** The name of the precursor; null for the process itself. */
  readonly precursor: string | null;
}

export interface EmbeddedEmissions {
  readonly specific: ReadonlyMap<string, Specific>;
  readonly parts: readonly SpecificPart[];
  /** Goods that are, through others, precursors of themselves. */
  readonly cycles: readonly (readonly string[])[];
  /** max |AL·s − attributed − Σ m·s| over Σ|…| of its row. */
  readonly residual: number;
}

/**
 * Specific embedded emissions of goods with their precursors, in t CO2e/t:
 * AL_g s_g = attributed_g + Σ_p m_gp s_p; the indirect the same with electricity × emission factor.
 * Goods that are precursors of each other are solved together.
 *
 * Source: Regulation (EU) 2023/956, Annex IV, points 2 and 3. Throws BorderError if a precursor other than scrap is unknown, or if a cycle takes in
 * more than it gives.
 */
export async function embeddedEmissions(
  goods: Readonly<Record<string, ProducedGood>>,
  stated: Readonly<Record<string, Specific>>,
  work: Work,
): Promise<EmbeddedEmissions> {
  const names = Object.keys(goods);
  const indexOf = new Map(names.map((name, at) => [name, at]));
  const bought = new Map(Object.entries(stated));
  for (const name of bought.keys())
    if (indexOf.has(name)) throw new BorderError(`stated.${name}`, texts.twice({ good: name }));
  const n = names.length;
  const matrix = dense(n, n);
  // Direct, indirect, and ones: with a positive solution for ones the matrix is an M-matrix, so that the others are ≥ 0.
  const right = dense(n, 3);
  const parts: (SpecificPart & { readonly mass: number })[] = [];
  names.forEach((good, row) => {
    const { activityLevel_t, attributed_t, electricity_MWh, electricityFactor_t_MWh, precursors } = goods[good]!;
    if (electricity_MWh !== undefined && electricityFactor_t_MWh === undefined)
      throw new BorderError(`goods.${good}.electricityFactor_t_MWh`, texts.noFactor({ good }));
    const electricity = (electricity_MWh ?? 0) * (electricityFactor_t_MWh ?? 0);
    matrix.data[row * n + row]! += 1;
    const own = { direct: attributed_t / activityLevel_t, indirect: electricity / activityLevel_t };
    right.data.set([own.direct, own.indirect, 1], row * 3);
    parts.push({ good, precursor: null, mass: 1, ...own });
    for (const [precursor, mass_t] of Object.entries(precursors ?? {})) {
      const mass = mass_t / activityLevel_t;
      const column = indexOf.get(precursor);
      const known = bought.get(precursor);
      if (column !== undefined) matrix.data[row * n + column]! -= mass;
      else if (known) {
        right.data[row * 3]! += mass * known.direct;
        right.data[row * 3 + 1]! += mass * known.indirect;
      } else if (!isScrap(precursor))
        throw new BorderError(`goods.${good}.precursors.${precursor}`, texts.unknownPrecursor({ good, precursor }));
      parts.push({ good, precursor, mass, direct: Number.NaN, indirect: Number.NaN });
    }
  });
  const cycles = cyclesOf(names, goods, indexOf);
  const solved = await solutionOf(matrix, right, work);
  if (!solved || names.some((_, row) => !(solved[row * 3 + 2]! > 0))) throw unproductive(cycles);
  const at = (row: number): Specific => ({ direct: solved[row * 3]!, indirect: solved[row * 3 + 1]! });
  const specific = new Map(names.map((name, row) => [name, at(row)]));
  let residual = 0;
  for (let row = 0; row < n; row++)
    for (let of = 0; of < 2; of++) {
      let [sum, size] = [right.data[row * 3 + of]!, Math.abs(right.data[row * 3 + of]!)];
      for (let column = 0; column < n; column++) {
        const term = matrix.data[row * n + column]! * solved[column * 3 + of]!;
        sum -= term;
        size += Math.abs(term);
      }
      if (size > 0) residual = Math.max(residual, Math.abs(sum) / size);
    }
  return {
    specific,
    parts: parts.map(({ mass, ...part }) => {
      if (part.precursor === null) return part;
      const of = specific.get(part.precursor) ?? bought.get(part.precursor) ?? none;
      return { ...part, direct: mass * of.direct, indirect: mass * of.indirect };
    }),
    cycles,
    residual,
  };
}

const none: Specific = { direct: 0, indirect: 0 };

/** Scrap carries no embedded emissions, so that it need not be stated. */
function isScrap(precursor: string): boolean {
  return /(?<![a-z])scrap(?![a-z])|废/i.test(precursor);
}

/** Null for a singular matrix. */
async function solutionOf(
  matrix: ReturnType<typeof dense>,
  right: ReturnType<typeof dense>,
  work: Work,
): Promise<Float64Array | null> {
  try {
    return (await solveLu(await factorLu(matrix, work), right, work)).data;
  } catch (error) {
    if (error instanceof SingularMatrixError) return null;
    throw error;
  }
}

function cyclesOf(
  names: readonly string[],
  goods: Readonly<Record<string, ProducedGood>>,
  indexOf: ReadonlyMap<string, number>,
): string[][] {
  const uses = names.flatMap((name, row) =>
    Object.entries(goods[name]!.precursors ?? {}).flatMap(([precursor, mass]) => {
      const column = indexOf.get(precursor);
      return column === undefined || mass === 0 ? [] : [{ row, column }];
    }),
  );
  const graph = csrFromTriplets(
    names.length,
    names.length,
    uses.map(({ row }) => row),
    uses.map(({ column }) => column),
    uses.map(() => 1),
  );
  const takesItself = (at: number) => uses.some(({ row, column }) => row === at && column === at);
  return strongComponents(graph)
    .filter((component) => component.length > 1 || takesItself(component[0]!))
    .map((component) => component.map((at) => names[at]!).sort());
}

function unproductive(cycles: readonly (readonly string[])[]): BorderError {
  const goods = [...new Set(cycles.flat())].sort();
  const [good] = goods;
  if (goods.length === 1) return new BorderError(`goods.${good}.precursors.${good}`, texts.unproductiveAlone({ good }));
  return new BorderError(`goods.${good}.precursors`, texts.unproductive({ goods: someOf(goods), first: good }));
}
