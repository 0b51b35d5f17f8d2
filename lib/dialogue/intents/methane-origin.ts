import type { Matter } from "../matter.ts";

export type MethaneOrigin = "fossil" | "biogenic";

const BIOGENIC = /^(?:biogenic|bio|non fossil|生物源|生物质源|非化石)$/i;

/** Where methane comes from, as the words of the last turn that tells it say: some metrics weigh the two differently. Marked as explained. */
export function methaneOrigins(matter: Matter): MethaneOrigin[] {
  const found = [...matter.find("fuel"), ...matter.find("absent")].flatMap(({ link, meaning }) => {
    const isBiogenic = BIOGENIC.test(link.words);
    if (!isBiogenic && meaning.value !== "fossil") return [];
    matter.use(link);
    return [{ turn: link.turn, origin: isBiogenic ? ("biogenic" as const) : ("fossil" as const) }];
  });
  const last = Math.max(...found.map(({ turn }) => turn));
  return [...new Set(found.filter(({ turn }) => turn === last).map(({ origin }) => origin))];
}
