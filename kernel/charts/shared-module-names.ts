/**
 * The modules that the program of the charts, which a frame loads on demand, takes from the frame's own program: what is large, and
 * what must exist once. By package, or by path in the project; the build of that program (`cli/serve/frame-program.ts`) leaves
 * out what is listed here. Apart from the modules themselves: Plot draws half a pixel further if it is loaded where there is a
 * window, so that a build must not load it before its notebooks run.
 */
export const sharedModuleNames = [
  "@observablehq/plot",
  "d3",
  "topojson-client",
  "lib/message/fault.ts",
  "lib/message/message.ts",
  "lib/message/write.ts",
  "lib/quantity/quantity.ts",
  "kernel/output/figure/given-table.ts",
  "kernel/values/column.ts",
  "kernel/services/compute/sentences.ts",
] as const;
