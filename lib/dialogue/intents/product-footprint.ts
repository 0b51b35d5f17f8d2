import type { Text } from "../../message/message.ts";
import type { Intent } from "../intent.ts";
import { normalForm } from "../language/normal-text.ts";
import { everydayGoods } from "../lexicon/everyday-goods.ts";
import type { Json } from "../plan.ts";
import { NamedThings } from "./named.ts";

const names = new NamedThings(everydayGoods);
const ASKS = /^(?:footprint|carbon|emissions?|climate|impact|lifecycle|碳|碳足迹|足迹|排放|气候)/;
/** Words that say for how much, or what it does to the climate, and nothing else. */
const BESIDE =
  /^(?:per|one|single|climate|cost|costs|environmental|environment|impact|question|query|prompt|一件|一个|一台|做|每|气候)$/i;

/** The footprint of a product of everyday life: the assessment asks for its function, and for what it is made of. */
export const productFootprintIntent: Intent = {
  id: "footprint of a product",
  title: { en: "footprint of a product", zh: "产品碳足迹" },
  read(matter) {
    const [named, ...others] = names.in(matter.links);
    if (!named || others.length > 0 || matter.has("place") || matter.has("database")) return null;
    if (matter.links.some(({ years }) => years)) return null;
    const isAsked =
      matter.has("gas") ||
      matter.links.some(({ words }) => ASKS.test(normalForm(words))) ||
      matter.has("principle", "consumption");
    const given = matter.quantities();
    const [amount, ...more] = given;
    // Money is spent, and energy bought, in other questions.
    if (!isAsked || more.length > 0 || (amount && !/^(?:g|kg|t|L|m3|kWh)$/.test(amount.quantity.measured))) return null;
    matter.use(...named.links, ...matter.links.filter(({ words }) => BESIDE.test(words)));
    matter.emissions("CO2", "GHG");
    matter.takes("principle", "consumption");
    matter.takes("operation", "spend", "total", "assess");
    matter.unit();
    // “One T-shirt”
    matter.numbers((number) => number === 1);
    const boundary = matter.one("boundary")?.meaning.value;
    const { en } = named.value as unknown as Text;
    const input: Record<string, Json> = {
      material: en,
      ...(amount ? { amount: amount.quantity.value, unit: amount.quantity.measured } : {}),
      ...(typeof boundary === "string" ? { boundary: boundary.replaceAll(" ", "-") } : {}),
    };
    return { kind: "agent", name: "lca", input };
  },
};
