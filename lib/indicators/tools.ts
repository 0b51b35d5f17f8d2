import { convergenceTool } from "./tools/convergence.ts";
import { decouplingTool } from "./tools/decoupling.ts";
import { gasesTool } from "./tools/gases.ts";
import { nationalIndicators } from "./tools/national.ts";

/** Emissions relative to people, money and time. */
export const indicators = {
  national: nationalIndicators,
  decoupling: decouplingTool,
  convergence: convergenceTool,
  gases: gasesTool,
};
