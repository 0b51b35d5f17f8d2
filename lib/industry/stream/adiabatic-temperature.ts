import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { Chemistry } from "./chemistry.ts";
import type { MaterialStream } from "./stream.ts";

const ROUNDS = 50;
/** K over which the heat capacity is taken: far above rounding, far below the curvature of the polynomials. */
const STEP = 0.01;

/**
 * K at which streams mixed without loss carry the enthalpy that they bring. Newton's method on plain numbers; a last step in the number
 * system of the streams gives the temperature its derivatives, by the theorem of implicit functions.
 */
export function adiabaticTemperature<N>(chemistry: Chemistry<N>, streams: readonly MaterialStream<N>[]): N {
  const a = chemistry.arithmetic;
  const plain = new Chemistry(realArithmetic, chemistry.substances);
  const values = streams.map(({ flows, temperature }) => ({
    flows: Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, a.value(flow)])),
    temperature: a.value(temperature),
  }));
  const mass = values.map((stream) => plain.totalMass(stream));
  const all = mass.reduce((sum, each) => sum + each, 0);
  // Without flow there is nothing to mix: the first temperature is as good as another.
  if (!(all > 0)) return streams[0]!.temperature;
  const brought = values.reduce((sum, stream) => sum + plain.enthalpy(stream), 0);
  let temperature = values.reduce((sum, stream, at) => sum + (stream.temperature * mass[at]!) / all, 0);
  const enthalpyAt = (kelvin: number) => plain.enthalpy(plain.mixed(values, kelvin));
  const slopeAt = (kelvin: number) => (enthalpyAt(kelvin + STEP) - enthalpyAt(kelvin - STEP)) / (2 * STEP);
  for (let round = 0; round < ROUNDS; round++) {
    const change = (enthalpyAt(temperature) - brought) / slopeAt(temperature);
    temperature -= change;
    if (Math.abs(change) < 1e-11 * temperature) break;
  }
  const at = a.of(temperature);
  const excess = a.sub(
    chemistry.enthalpy(chemistry.mixed(streams, at)),
    a.sum(streams.map((each) => chemistry.enthalpy(each))),
  );
  return a.sub(at, a.scale(excess, 1 / slopeAt(temperature)));
}
