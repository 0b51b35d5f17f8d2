import type { MatchedLine } from "../../../lib/account/account-shapes.ts";
import type { OwnFactor } from "../../../lib/account/own-factor.ts";
import { writtenAmount } from "../../../lib/lifecycle/assess/written-amount.ts";
import type { Message } from "../../../lib/message/message.ts";
import { type OwnFactorPlace, ownFactorPlaces } from "./own-factor-places.ts";
import { ownFactorTexts } from "./own-factor-texts.ts";

/** An own factor as it is being entered: texts as they are typed. */
export interface OwnFactorDraft {
  readonly value: string;
  readonly unit: string;
  readonly source: string;
  readonly year: string;
  /** `id` of the place where the line counts; empty for that which was found. */
  readonly place: string;
  readonly isMarket: boolean;
}

/** A field that a problem is of. */
export type OwnFactorField = Exclude<keyof OwnFactorDraft, "isMarket">;
export interface OwnFactorProblem {
  readonly field: OwnFactorField;
  readonly message: Message;
}

type Line = Pick<MatchedLine, "unit" | "scope" | "ownFactor">;

/** What the fields hold at first: the line's own factor, or the unit that its amount asks for. */
export function draftOf({ unit, ownFactor: own }: Line): OwnFactorDraft {
  return {
    value: own ? String(own.value) : "",
    unit: own?.unit ?? `kg CO2e/${unit.trim() === "" ? "t" : unit}`,
    source: own?.source ?? "",
    year: own ? String(own.year) : "",
    place: own?.scope === undefined ? "" : `${own.scope}|${own.category ?? ""}`,
    isMarket: own?.market ?? false,
  };
}

/** Units that are offered for a line. */
export function unitsFor({ unit }: Pick<MatchedLine, "unit">): string[] {
  const per = unit.trim() === "" ? "t" : unit;
  return ["kg CO2e", "g CO2e", "t CO2e", "kg CO2", "kg CO2 biogenic"].map((mass) => `${mass}/${per}`);
}

/** The places that are offered, with one of a mapping that is none of them. */
export function placesFor({ ownFactor: own }: Line): readonly Pick<OwnFactorPlace, "id" | "label">[] {
  const { place } = draftOf({ unit: "", scope: null, ...(own ? { ownFactor: own } : {}) });
  if (place === "" || ownFactorPlaces.some(({ id }) => id === place)) return ownFactorPlaces;
  const { scope, category = "" } = own!;
  const kind = { "1": ownFactorTexts.direct, "2": ownFactorTexts.energy } as const;
  const label =
    scope === "3"
      ? ownFactorTexts.valueChain({ number: category, name: category })
      : kind[scope as "1" | "2"]({ name: category });
  return [{ id: place, label }, ...ownFactorPlaces];
}

/** Whether the line counts where it was found to, if it is not told otherwise. */
export const isPlaced = ({ scope, ownFactor: own }: Line): boolean => scope !== null && own?.scope === undefined;

/** Whether the line is purchased energy, of which a factor may be a supplier's. */
export function isPurchased({ place }: OwnFactorDraft, line: Line): boolean {
  return place === "" ? isPlaced(line) && line.scope === "2" : place.startsWith("2|");
}

/** The factor that was entered, or the first problem. What the fields do not show stays: gases, a note, an uncertainty. */
export function ownFactorOf(
  draft: OwnFactorDraft,
  line: Line,
  hasPlaces: boolean,
): { readonly factor: OwnFactor } | OwnFactorProblem {
  const value = readValue(draft.value);
  if (typeof value !== "number") return { field: "value", message: value };
  const [unit, source, year] = [draft.unit.trim(), draft.source.trim(), Number(draft.year.trim())];
  if (!/.\S*\s*(?:\/|per\b|每)\s*\S/.test(unit)) return { field: "unit", message: ownFactorTexts.noUnit() };
  if (source === "") return { field: "source", message: ownFactorTexts.noSource() };
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return { field: "year", message: ownFactorTexts.noYear() };
  if (hasPlaces && draft.place === "" && !isPlaced(line)) return { field: "place", message: ownFactorTexts.noPlace() };
  const { scope: _, category: __, market: ___, ...kept } = line.ownFactor ?? {};
  const [scope, category] = draft.place.split("|") as ["1" | "2" | "3", string];
  return {
    factor: {
      ...kept,
      value,
      unit,
      source,
      year,
      ...(hasPlaces && draft.place !== "" ? { scope, ...(category === "" ? {} : { category }) } : {}),
      ...(hasPlaces && draft.isMarket && isPurchased(draft, line) ? { market: true } : {}),
    },
  };
}

function readValue(text: string): number | Message {
  const read = writtenAmount(text);
  if (read.kind === "either")
    return ownFactorTexts.eitherValue({ text: text.trim(), point: String(read.point), comma: String(read.comma) });
  return read.kind === "number" && read.rest === "" && read.value >= 0 ? read.value : ownFactorTexts.noValue();
}
