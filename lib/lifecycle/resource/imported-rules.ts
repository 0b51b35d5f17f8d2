import { PRODUCTION } from "../graph/activity-functions.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import type { SystemOptions } from "../graph/linked-system.ts";

/**
 * How an imported inventory is linked and allocated unless told otherwise: providers as the files state them, else by the consumer's
 * place; activities whose products all have a stated share are divided by it. Other activities with several products have no rule,
 * and are refused with a sentence that names them, because choosing one is the practitioner's decision (ISO 14044, allocation). Activities
 * with one product each, as in a database that was allocated before it was published (ecoinvent cut-off), need none.
 */
export function importedRules({ activities, products, exchanges }: ExchangeGraph): SystemOptions {
  const { count, activity, type, flow, amount, details } = exchanges;
  const made = new Int32Array(activities.length);
  const stated = new Int32Array(activities.length);
  for (let e = 0; e < count; e++) {
    const isWaste = products[flow[e]!]?.waste === true && amount[e]! > 0;
    if (type[e] !== PRODUCTION || amount[e] === 0 || isWaste) continue;
    made[activity[e]!]! += 1;
    if (details.get(e)?.properties?.share !== undefined) stated[activity[e]!]! += 1;
  }
  const byShare = activities.filter((_, a) => made[a]! > 1 && stated[a] === made[a]);
  if (byShare.length === 0) return {};
  return { allocation: { byActivity: Object.fromEntries(byShare.map(({ id }) => [id, "share"])) } };
}
