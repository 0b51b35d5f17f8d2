import type { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream } from "../stream/stream.ts";
import { shifted } from "./shift-equilibrium.ts";

const reacting = new Set(["C", "H", "O"]);

/**
 * Synthesis gas of streams of hydrocarbons, steam, carbon oxides and oxygen: heavier hydrocarbons react wholly, `methaneSlip` of the
 * methane stays, and the rest is in shift equilibrium at the temperature of the outlet in K. Other substances pass through.
 */
export function reformed<N>(
  chemistry: Chemistry<N>,
  streams: readonly MaterialStream<N>[],
  methaneSlip: N,
  temperature: N,
): MaterialStream<N> {
  const a = chemistry.arithmetic;
  const feed = chemistry.mixed(streams, temperature);
  const inert = chemistry.part(feed, ({ elements }) => Object.keys(elements).some((element) => !reacting.has(element)));
  const active = chemistry.part(feed, ({ name }) => !(name in inert.flows));
  const CH4 = a.mul(chemistry.kmol(active, "CH4"), methaneSlip);
  const atoms = chemistry.atoms(active);
  const of = (element: string) => atoms[element] ?? chemistry.zero;
  const gas = shifted(
    chemistry,
    { C: a.sub(of("C"), CH4), H: a.sub(of("H"), a.scale(CH4, 4)), O: of("O") },
    temperature,
  );
  return chemistry.mixed([chemistry.stream({ ...gas, CH4 }, temperature), inert], temperature);
}
