import type { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream } from "../stream/stream.ts";

/** Steps of a few take it to rounding; where the enthalpy jumps, as between two records of a solid, halvings do. */
const MOST = 100;
/** Share of the enthalpies that is their rounding. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * K at which streams mixed without loss carry the enthalpy that they bring; enthalpy rises with temperature. By false position, with the
 * end that stays halved (Illinois; Dowell, Jarratt (1971), BIT 11: 168–174, doi:10.1007/BF01934364).
 */
export function mixedTemperature(chemistry: Chemistry<number>, streams: readonly MaterialStream<number>[]): number {
  const flowing = streams.filter((stream) => chemistry.totalMass(stream) > 0);
  const temperatures = (flowing.length === 0 ? streams : flowing).map(({ temperature }) => temperature);
  let [low, high] = [Math.min(...temperatures), Math.max(...temperatures)];
  if (low === high || !(high - low < Number.POSITIVE_INFINITY)) return low;
  const brought = flowing.map((stream) => chemistry.enthalpy(stream));
  const sum = brought.reduce((all, each) => all + each, 0);
  const rounding = ROUNDING * brought.reduce((all, each) => all + Math.abs(each), 0);
  const together = chemistry.mixed(flowing, low);
  const open = (temperature: number) => chemistry.enthalpy(chemistry.at(together, temperature)) - sum;
  let [below, above] = [open(low), open(high)];
  if (below >= 0) return low;
  if (above <= 0) return high;
  for (let i = 0, side = 0; i < MOST; i++) {
    // Halvings in between keep a jump from holding one end.
    const middle = i % 8 === 7 ? (low + high) / 2 : high - (above * (high - low)) / (above - below);
    const value = open(middle);
    if (Math.abs(value) <= rounding || middle <= low || middle >= high) return middle;
    if (value < 0) {
      [low, below] = [middle, value];
      if (side < 0) above /= 2;
      side = -1;
    } else {
      [high, above] = [middle, value];
      if (side > 0) below /= 2;
      side = 1;
    }
  }
  return (low + high) / 2;
}
