import { ask, type Intent } from "../../intent.ts";
import { usedMaterials } from "../../lexicon/used-materials.ts";
import type { Matter } from "../../matter.ts";
import { NamedThings } from "../named.ts";
import { EDITION, elsewhere, MASS, ukDraft, ukFactors } from "./uk-factor.ts";

const names = new NamedThings(usedMaterials);

/** Where the material comes from, as the table calls it, by the words of a question. */
const origins: readonly (readonly [RegExp, string])[] = [
  [/^(?:primary|virgin|new|原生|原生材料|新料)/i, "Primary material production"],
  [/^(?:closed|recycled|secondary|再生|回收|闭环)/i, "Closed-loop source"],
  [/^(?:re-?used|重复使用|再使用)/i, "Re-used"],
];

/** What the making of a bought material emits, by the United Kingdom's factors of material use. */
export const materialUseIntent: Intent = {
  id: "material use",
  title: { en: "emissions of making bought materials", zh: "购入材料的生产排放" },
  ofGivenAmounts: true,
  read(matter) {
    if (!matter.takes("process", "material use")) return null;
    const [given, ...more] = matter.quantities();
    const [named, ...others] = names.in(matter.links);
    if (!named || others.length > 0 || !given || more.length > 0 || !MASS.test(given.quantity.unit)) return null;
    matter.use(...named.links);
    const origin = originOf(matter);
    if (origin === null) return null;
    matter.emissions("CO2", "GHG");
    matter.takes("database", "DEFRA");
    matter.takes("operation", "total", "factor", "convert");
    matter.takes("place", "GBR");
    matter.use(...matter.links.filter(({ years }) => years && "one" in years && years.one === EDITION));
    matter.unit();
    const refused = elsewhere(matter);
    if (refused) return refused;
    if (origin === undefined)
      return ask(
        "material",
        { en: "Of primary material, or from a closed loop?", zh: "原生材料，还是闭环再生材料？" },
        [
          { value: "primary material", label: { en: "primary material", zh: "原生材料" } },
          { value: "closed-loop source", label: { en: "closed loop", zh: "闭环再生材料" } },
        ],
      );
    const { label } = usedMaterials.find(({ value }) => value === named.value)!;
    const { quantity, words } = given;
    const amount = { value: quantity.value, measured: quantity.unit, times: null, words: [words] };
    return ukDraft(`Material use · ${named.value} · ${origin}`, "t", label, amount, [ukFactors]);
  },
};

/** Undefined where the words do not say it, null where they say two. */
function originOf(matter: Matter): string | undefined | null {
  const found = matter.links.flatMap((link) => {
    const [, name] = origins.find(([words]) => words.test(link.words)) ?? [];
    return name === undefined ? [] : [{ link, name }];
  });
  matter.use(...found.map(({ link }) => link));
  // What follows them, “material”, “source”, “production”, says the same.
  if (found.length > 0)
    matter.use(
      ...matter.links.filter(({ words }) => /^(?:materials?|source|production|made|生产|制成|材料)$/i.test(words)),
    );
  const distinct = [...new Set(found.map(({ name }) => name))];
  return distinct.length > 1 ? null : distinct[0];
}
