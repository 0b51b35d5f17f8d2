import { abatement } from "./abatement.ts";
import { balance } from "./balance.ts";
import { budget } from "./budget.ts";
import type { ChartHost } from "./chart.ts";
import type { Charts } from "./chart-options.ts";
import { dispatch } from "./dispatch.ts";
import { distribution } from "./distribution.ts";
import { flows } from "./flows.ts";
import { ladder } from "./ladder.ts";
import { lorenz } from "./lorenz.ts";
import { paths } from "./paths.ts";
import { ranking } from "./ranking.ts";
import { scatter } from "./scatter.ts";
import { shares } from "./shares.ts";
import { supply } from "./supply.ts";
import { tornado } from "./tornado.ts";
import { trend } from "./trend.ts";
import { worldMap } from "./world-map.ts";

/** The namespace `charts` of cells, for a reader's language and a width. */
export function chartsIn(host: ChartHost): Charts {
  return {
    ladder: ladder(host),
    balance: balance(host),
    worldMap: worldMap(host),
    flows: flows(host),
    paths: paths(host),
    supply: supply(host),
    budget: budget(host),
    trend: trend(host),
    ranking: ranking(host),
    shares: shares(host),
    scatter: scatter(host),
    tornado: tornado(host),
    distribution: distribution(host),
    lorenz: lorenz(host),
    abatement: abatement(host),
    dispatch: dispatch(host),
  };
}
