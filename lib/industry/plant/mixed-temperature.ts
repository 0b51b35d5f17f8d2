import type { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream } from "../stream/stream.ts";

/** Halvings that take an interval of a few thousand K below the spacing of floating-point numbers. */
const HALVINGS = 64;

/** K at which streams mixed without loss carry the enthalpy that they bring, by bisection: enthalpy rises with temperature. */
export function mixedTemperature(chemistry: Chemistry<number>, streams: readonly MaterialStream<number>[]): number {
  const flowing = streams.filter((stream) => chemistry.totalMass(stream) > 0);
  const temperatures = (flowing.length === 0 ? streams : flowing).map(({ temperature }) => temperature);
  let [low, high] = [Math.min(...temperatures), Math.max(...temperatures)];
  if (low === high) return low;
  const brought = flowing.reduce((sum, stream) => sum + chemistry.enthalpy(stream), 0);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (chemistry.enthalpy(chemistry.mixed(flowing, middle)) < brought) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
