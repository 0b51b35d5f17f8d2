import { fromMemory } from "./checks.ts";
import type { FactorRow } from "./factor-table.ts";

/**
 * Factors of the guidelines that were written from memory. Evidence found later is in the verification.
 * `category|activity|parameter|value|lo|hi|unit|technology|source`
 */
function recalled(lines: string): FactorRow[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [category, activity, parameter, value, lo, hi, unit, technology, source] = line.split("|") as string[];
      return {
        category: category!,
        activity: activity!,
        parameter: parameter!,
        value: Number(value),
        lo: lo ? Number(lo) : null,
        hi: hi ? Number(hi) : null,
        unit: unit!,
        technology: technology || null,
        source: source!,
        ...fromMemory(lo !== ""),
      };
    });
}

export const mobileAndFugitive: readonly FactorRow[] = recalled(`
1.A.3.b|Motor Gasoline|EF|33|9.6|110|kg CH4/TJ NCV|uncontrolled|IPCC 2006 V2 Table 3.2.2
1.A.3.b|Motor Gasoline|EF|3.2|0.96|11|kg N2O/TJ NCV|uncontrolled|IPCC 2006 V2 Table 3.2.2
1.A.3.b|Motor Gasoline|EF|25|7.5|86|kg CH4/TJ NCV|oxidation catalyst|IPCC 2006 V2 Table 3.2.2
1.A.3.b|Motor Gasoline|EF|8.0|2.6|24|kg N2O/TJ NCV|oxidation catalyst|IPCC 2006 V2 Table 3.2.2
1.A.3.b|Motor Gasoline|EF|3.8|1.1|13|kg CH4/TJ NCV|low-mileage light-duty, 1995 or later|IPCC 2006 V2 Table 3.2.2
1.A.3.b|Motor Gasoline|EF|5.7|1.9|17|kg N2O/TJ NCV|low-mileage light-duty, 1995 or later|IPCC 2006 V2 Table 3.2.2
1.A.3.b|Gas/Diesel Oil|EF|3.9|1.6|9.5|kg CH4/TJ NCV||IPCC 2006 V2 Table 3.2.2
1.A.3.b|Gas/Diesel Oil|EF|3.9|1.3|12|kg N2O/TJ NCV||IPCC 2006 V2 Table 3.2.2
1.A.3.b|Natural Gas|EF|92|50|1540|kg CH4/TJ NCV||IPCC 2006 V2 Table 3.2.2
1.A.3.b|Natural Gas|EF|3|1|77|kg N2O/TJ NCV||IPCC 2006 V2 Table 3.2.2
1.A.3.b|Liquefied Petroleum Gases|EF|62|||kg CH4/TJ NCV||IPCC 2006 V2 Table 3.2.2
1.A.3.b|Liquefied Petroleum Gases|EF|0.2|||kg N2O/TJ NCV||IPCC 2006 V2 Table 3.2.2
1.A.3.c|Gas/Diesel Oil|EF|4.15|1.67|10.4|kg CH4/TJ NCV||IPCC 2006 V2 Table 3.4.1
1.A.3.c|Gas/Diesel Oil|EF|28.6|14.3|85.8|kg N2O/TJ NCV||IPCC 2006 V2 Table 3.4.1
1.A.3.c|Sub-Bituminous Coal|EF|2|0.6|6|kg CH4/TJ NCV||IPCC 2006 V2 Table 3.4.1
1.A.3.c|Sub-Bituminous Coal|EF|1.5|0.5|5|kg N2O/TJ NCV||IPCC 2006 V2 Table 3.4.1
1.A.3.d|Residual Fuel Oil|EF|7|3.5|10.5|kg CH4/TJ NCV||IPCC 2006 V2 Table 3.5.3
1.A.3.d|Residual Fuel Oil|EF|2|1.2|4.8|kg N2O/TJ NCV||IPCC 2006 V2 Table 3.5.3
1.A.3.d|Gas/Diesel Oil|EF|7|3.5|10.5|kg CH4/TJ NCV||IPCC 2006 V2 Table 3.5.3
1.A.3.d|Gas/Diesel Oil|EF|2|1.2|4.8|kg N2O/TJ NCV||IPCC 2006 V2 Table 3.5.3
1.A.3.a|Jet Kerosene|EF|0.5|0.215|1|kg CH4/TJ NCV||IPCC 2006 V2 Table 3.6.5
1.A.3.a|Jet Kerosene|EF|2|0.6|5|kg N2O/TJ NCV||IPCC 2006 V2 Table 3.6.5
1.B.1.a.i|coal|EF mining|18|10|25|m3 CH4/t||IPCC 2006 V2 Eq 4.1.3
1.B.1.a.i|coal|EF post-mining|2.5|0.9|4|m3 CH4/t||IPCC 2006 V2 Eq 4.1.4
1.B.1.a.ii|coal|EF mining|1.2|0.3|2|m3 CH4/t||IPCC 2006 V2 Eq 4.1.7
1.B.1.a.ii|coal|EF post-mining|0.1|0|0.2|m3 CH4/t||IPCC 2006 V2 Eq 4.1.8
`);

export const treatment: readonly FactorRow[] = recalled(`
4.B|composting|EF|4|0.03|8|g CH4/kg wet waste||IPCC 2006 V5 Table 4.1
4.B|composting|EF|0.24|0.06|0.6|g N2O/kg wet waste||IPCC 2006 V5 Table 4.1
4.B|composting|EF|10|0.08|20|g CH4/kg dry waste||IPCC 2006 V5 Table 4.1
4.B|composting|EF|0.6|0.2|1.6|g N2O/kg dry waste||IPCC 2006 V5 Table 4.1
4.B|anaerobic digestion|EF|0.8|0|8|g CH4/kg wet waste||IPCC 2006 V5 Table 4.1
4.D|domestic wastewater|Bo|0.6|0.42|0.78|kg CH4/kg BOD||IPCC 2006 V5 Table 6.2
4.D|industrial wastewater|Bo|0.25|0.175|0.325|kg CH4/kg COD||IPCC 2006 V5 Table 6.2
4.D.1|untreated, sea, river and lake discharge|MCF|0.1|0|0.2|1||IPCC 2006 V5 Table 6.3
4.D.1|untreated, stagnant sewer|MCF|0.5|0.4|0.8|1||IPCC 2006 V5 Table 6.3
4.D.1|untreated, flowing sewer|MCF|0|||1||IPCC 2006 V5 Table 6.3
4.D.1|centralised aerobic, well managed|MCF|0|0|0.1|1||IPCC 2006 V5 Table 6.3
4.D.1|centralised aerobic, overloaded|MCF|0.3|0.2|0.4|1||IPCC 2006 V5 Table 6.3
4.D.1|anaerobic digester for sludge|MCF|0.8|0.8|1|1||IPCC 2006 V5 Table 6.3
4.D.1|anaerobic reactor|MCF|0.8|0.8|1|1||IPCC 2006 V5 Table 6.3
4.D.1|anaerobic shallow lagoon|MCF|0.2|0|0.3|1||IPCC 2006 V5 Table 6.3
4.D.1|anaerobic deep lagoon|MCF|0.8|0.8|1|1||IPCC 2006 V5 Table 6.3
4.D.1|septic system|MCF|0.5|0.5|0.5|1||IPCC 2006 V5 Table 6.3
4.D.1|effluent|EF|0.005|0.0005|0.25|kg N2O-N/kg N||IPCC 2006 V5 Table 6.11
4.D.1|protein|FracNPR|0.16|0.15|0.17|kg N/kg||IPCC 2006 V5 Table 6.11
`);
