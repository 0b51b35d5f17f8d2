import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { mixedTemperature } from "../plant/mixed-temperature.ts";
import { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream } from "../stream/stream.ts";

/** Half of the interval in K over which the heat capacity of a mixture is taken. */
const STEP = 0.01;

/**
 * Streams mixed without loss, over any arithmetic. The temperature is found in plain numbers; one step of Newton's method from
 * there, T − (H(T) − H_in)/C_p, moves it by nothing but carries its derivatives (implicit function theorem).
 */
export function mixedStream<N>(chemistry: Chemistry<N>, streams: readonly MaterialStream<N>[]): MaterialStream<N> {
  const a = chemistry.arithmetic;
  const real = new Chemistry(realArithmetic, chemistry.substances);
  const plain = streams.map((stream) => plainOf(a, stream));
  const found = mixedTemperature(real, plain);
  const together = real.mixed(plain, found);
  const capacity =
    (real.enthalpy(real.at(together, found + STEP)) - real.enthalpy(real.at(together, found - STEP))) / (2 * STEP);
  const mixed = chemistry.mixed(streams, a.of(found));
  if (!(capacity > 0)) return mixed;
  const open = a.sub(chemistry.enthalpy(mixed), a.sum(streams.map((stream) => chemistry.enthalpy(stream))));
  return chemistry.at(mixed, a.sub(a.of(found), a.scale(open, 1 / capacity)));
}

function plainOf<N>(a: Arithmetic<N>, { flows, temperature }: MaterialStream<N>): MaterialStream<number> {
  return {
    flows: Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, a.value(flow)])),
    temperature: a.value(temperature),
  };
}
