import { valueChain } from "../../../lib/company/value-chain.ts";
import type { Message } from "../../../lib/message/message.ts";
import { ownFactorTexts } from "./own-factor-texts.ts";

/** Where a line with its own factor counts in the account of a company. */
export interface OwnFactorPlace {
  /** `1|process` */
  readonly id: string;
  readonly scope: "1" | "2" | "3";
  readonly category: string;
  readonly label: Message;
}

const place = (scope: OwnFactorPlace["scope"], category: string, label: Message): OwnFactorPlace => ({
  id: `${scope}|${category}`,
  scope,
  category,
  label,
});

/** By the names of the standards, in their order. */
export const ownFactorPlaces: readonly OwnFactorPlace[] = [
  place("1", "stationary combustion", ownFactorTexts.direct({ name: ownFactorTexts.stationary() })),
  place("1", "mobile combustion", ownFactorTexts.direct({ name: ownFactorTexts.mobile() })),
  place("1", "process", ownFactorTexts.direct({ name: ownFactorTexts.process() })),
  place("1", "fugitive", ownFactorTexts.direct({ name: ownFactorTexts.fugitive() })),
  ...(["electricity", "steam", "heat", "cooling"] as const).map((energy) =>
    place("2", energy, ownFactorTexts.energy({ name: ownFactorTexts[energy]() })),
  ),
  ...valueChain.map(({ number, title }) =>
    place("3", String(number), ownFactorTexts.valueChain({ number, name: title() })),
  ),
];
