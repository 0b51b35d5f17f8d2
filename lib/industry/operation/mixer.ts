import { adiabaticTemperature } from "../stream/adiabatic-temperature.ts";
import { defineOperation } from "./operation.ts";

/** Streams joined without loss. */
export const mixer = defineOperation({
  name: "mixer",
  title: { en: "Mixer", zh: "混合器" },
  inlets: { first: "material", second: "material", third: "material" },
  demands: {},
  outlets: { mixed: "material" },
  closes: null,
  parameters: {},
  assumptions: ["Nothing reacts and no heat is lost: the temperature of the outlet closes the energy."],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { first, second, third }) {
    const streams = [first, second, third];
    return { demands: {}, outlets: { mixed: c.mixed(streams, adiabaticTemperature(c, streams)) } };
  },
});
