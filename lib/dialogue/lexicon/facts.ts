import { z } from "zod";
import type { AgentHost } from "../host.ts";
import type { LexiconFacts } from "./lexicon.ts";

const name = z.string().nullable();
const countries = z.object({
  rows: z.array(
    z.object({
      iso3: z.string(),
      iso2: z.string().nullable(),
      name_en: z.string(),
      name_zh: z.string(),
      name_ja: name,
      name_de: name,
      name_fr: name,
      name_es: name,
    }),
  ),
});
const substances = z.object({ rows: z.array(z.object({ substance: z.string() })) });

/** What the datasets say that the lexicon holds: the names of countries in six languages, and the fluorinated gases. */
export async function loadLexiconFacts(host: AgentHost): Promise<LexiconFacts> {
  const [places, gases] = await Promise.all([
    host.call("data.query", {
      dataset: "countries",
      select: ["iso3", "iso2", "name_en", "name_zh", "name_ja", "name_de", "name_fr", "name_es"],
    }),
    host.call("data.query", {
      dataset: "fluorinated_gases_countries",
      select: ["substance"],
      group: ["substance"],
    }),
  ]);
  return {
    countries: countries.parse(places.result).rows,
    substances: substances.parse(gases.result).rows.map(({ substance }) => substance),
  };
}
