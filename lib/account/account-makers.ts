import type { AccountMaker } from "./account-maker.ts";
import type { AccountKind } from "./account-shapes.ts";
import type { ReadLine } from "./line-shape.ts";

/** The makers by kind, each with its domain loaded when it is asked for. */
const makers: Readonly<Partial<Record<AccountKind, () => Promise<AccountMaker>>>> = {
  product: async () => (await import("./product/product-maker.ts")).productMaker,
  inventory: async () => (await import("./inventory/inventory-maker.ts")).inventoryMaker,
};

/** The maker of a kind, or, where none is asked for, that which the lines fit best. */
export async function accountMakerFor(
  kind: AccountKind | undefined,
  lines: readonly ReadLine[],
): Promise<AccountMaker> {
  const wanted = kind === undefined ? Object.values(makers) : [makers[kind]!];
  const loaded = await Promise.all(wanted.map((load) => load()));
  return loaded.reduce((best, maker) => (maker.fit(lines) > best.fit(lines) ? maker : best));
}
