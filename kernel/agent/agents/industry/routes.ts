import { messages, type Text } from "../../../../lib/message/message.ts";
import { bothLanguages } from "../../both-languages.ts";
import type { Json } from "../../plan.ts";

const said = messages("agent.industry.routes", {
  coal: { en: "kiln on coal", zh: "燃煤窑" },
  gas: { en: "kiln on natural gas", zh: "天然气窑" },
  coalCapture: { en: "kiln on coal with capture", zh: "燃煤窑加捕集" },
  gasCapture: { en: "kiln on natural gas with capture", zh: "天然气窑加捕集" },
});

/** A way to make cement: the plant of the library with some of its parameters changed. */
export interface Route {
  /** The id of its step, and its name in the programme. */
  readonly id: string;
  readonly label: Text;
  readonly parameters: { readonly [name: string]: Json };
  readonly captures: boolean;
}

/** The share of CO2 that capture takes: `capture_rate` of `cement capture` in `technology_costs`. */
export const CAPTURE_RATE = 0.9;

/** The ends of what a kiln may burn, with capture and without: a plan is a mixture of them. */
export const routes: readonly Route[] = [
  { id: "coal", label: bothLanguages(said.coal()), parameters: {}, captures: false },
  { id: "gas", label: bothLanguages(said.gas()), parameters: { gasShare: 1 }, captures: false },
  {
    id: "coalCapture",
    label: bothLanguages(said.coalCapture()),
    parameters: { captureRate: CAPTURE_RATE },
    captures: true,
  },
  {
    id: "gasCapture",
    label: bothLanguages(said.gasCapture()),
    parameters: { gasShare: 1, captureRate: CAPTURE_RATE },
    captures: true,
  },
];
