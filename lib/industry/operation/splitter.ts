import { defineOperation } from "./operation.ts";
import { assumedShare } from "./parameter.ts";

/** A stream divided in two of the same composition: a purge and what is recycled. */
export const splitter = defineOperation({
  name: "splitter",
  title: { en: "Splitter", zh: "分流器" },
  inlets: { stream: "material" },
  demands: {},
  outlets: { first: "material", second: "material" },
  closes: null,
  parameters: {
    share: assumedShare({ en: "Share that goes to the first outlet", zh: "去往第一出口的份额" }, 0.5),
  },
  assumptions: ["Nothing reacts and no heat is lost: both outlets have the temperature of the inlet."],
  references: ["Conservation of mass."],
  evaluate(c, { stream }, p) {
    const a = c.arithmetic;
    return {
      demands: {},
      outlets: { first: c.share(stream, p.share), second: c.share(stream, a.sub(a.of(1), p.share)) },
    };
  },
});
