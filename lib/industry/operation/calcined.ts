import type { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream } from "../stream/stream.ts";
import { burnt } from "./combustion-products.ts";
import { kelvin } from "./operation.ts";

/** What calcination and combustion in one kiln give. */
export interface Calcined<N> {
  readonly product: MaterialStream<N>;
  /** kmol/h of each gas, without the oxidant's excess and nitrogen. */
  readonly gas: Readonly<Record<string, N>>;
  /** kmol/h of O2 that combustion needs. */
  readonly oxygen: N;
}

/** Carbonates to oxides and CO2, with a fuel burnt; ash goes to the product, water of the meal leaves as steam. */
export function calcined<N>(
  c: Chemistry<N>,
  meal: MaterialStream<N>,
  fuel: MaterialStream<N>,
  p: { readonly calcination: N; readonly productTemperature: N },
): Calcined<N> {
  const a = c.arithmetic;
  const { oxygen, gas, solids } = burnt(c, fuel);
  const CaO = a.mul(c.kmol(meal, "CaCO3"), p.calcination);
  const MgO = a.mul(c.kmol(meal, "MgCO3"), p.calcination);
  const Na2O = a.mul(c.kmol(meal, "Na2CO3"), p.calcination);
  const steam = a.add(c.kmol(meal, "water"), c.kmol(meal, "H2O"));
  const { water: _, H2O: __, CaCO3, MgCO3, Na2CO3, ...dry } = meal.flows;
  const cool = kelvin(c, p.productTemperature);
  const left = a.sub(a.of(1), p.calcination);
  const product = c.mixed(
    [
      { flows: dry, temperature: cool },
      c.share(
        {
          flows: { CaCO3: CaCO3 ?? c.zero, MgCO3: MgCO3 ?? c.zero, Na2CO3: Na2CO3 ?? c.zero },
          temperature: cool,
        },
        left,
      ),
      c.stream({ CaO, MgO, Na2O }, cool),
      { flows: solids, temperature: cool },
    ],
    cool,
  );
  return { product, gas: { ...gas, CO2: a.sum([gas.CO2!, CaO, MgO, Na2O]), H2O: a.add(gas.H2O!, steam) }, oxygen };
}
