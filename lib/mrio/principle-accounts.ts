import type { DenseMatrix } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { type Accounts, accounts } from "./accounts.ts";
import { sumByRegion } from "./coefficients.ts";
import { incomeBased, sumSectors } from "./ghosh.ts";
import { sharedAlongChain } from "./shared-chain.ts";
import type { InputOutputTable } from "./table.ts";

/** The same emissions by several principles, each K × R with the direct emissions of households; units of F. */
export interface PrincipleAccounts {
  /** Production and consumption, with what lies between them. */
  readonly accounts: Accounts;
  /** Direct emissions of households, K × R: a part of every principle. */
  readonly households: DenseMatrix;
  /** Enabled by value added. */
  readonly income: DenseMatrix;
  /** Shared along the chain: what the region's producers keep and what its consumers are left with. */
  readonly sharedAlongChain: DenseMatrix;
}

/**
 * Accounts of a table by production, consumption, income and sharing along the chain. Direct emissions of households pass through no
 * sale and are enabled by no value added in the model, so that every principle leaves them with the household's region. Each of
 * the four then adds up to the world's production (except zero-output sectors), and their percentages have one denominator.
 *
 * Income: Marques et al. (2012), doi:10.1016/j.ecolecon.2012.09.010. Along the chain: Lenzen, Murray, Sack & Wiedmann (2007),
 * doi:10.1016/j.ecolecon.2006.05.018.
 */
export async function accountsByPrinciple(
  table: InputOutputTable,
  work: Work = uninterrupted,
): Promise<PrincipleAccounts> {
  const households = sumByRegion(table.FY, table.yRegions, table.regions.length);
  const chain = await sharedAlongChain(table, work);
  return {
    accounts: await accounts(table, work),
    households,
    income: sum(sumSectors(await incomeBased(table, work), table.sectors.length), households),
    sharedAlongChain: sum(chain.producers, chain.consumers),
  };
}

function sum(a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  return { ...a, data: a.data.map((value, p) => value + b.data[p]!) };
}
