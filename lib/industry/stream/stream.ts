/** Matter that flows: kg/h by substance, at one temperature in K. Pressure is not carried; gases are ideal. */
export interface MaterialStream<N> {
  readonly flows: Readonly<Record<string, N>>;
  readonly temperature: N;
}

/** Heat or electricity that flows, in MW. */
export interface EnergyStream<N> {
  readonly power: N;
}

export type Stream<N> = MaterialStream<N> | EnergyStream<N>;

export function isMaterial<N>(stream: Stream<N>): stream is MaterialStream<N> {
  return "flows" in stream;
}
