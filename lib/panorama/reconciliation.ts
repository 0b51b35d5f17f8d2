import { messages, type Sentence } from "../message/message.ts";
import { type AccountRow, requireFinite } from "./account.ts";

const texts = messages("panorama", {
  byTransport: { en: "bunkers by transport of residents", zh: "按常住单位运输分摊的国际燃料舱" },
  shipsAndAircraft: {
    en: "ships and aircraft of residents: bunker fuels of the world ({bunkers} Mt) by the water and air transport of residents",
    zh: "常住单位的船舶和航空器：全球国际燃料舱（{bunkers} Mt）按其水运和空运分摊",
  },
  rest: {
    en: "residence less territory less resident transport: tourists, lorries, and that two sources are compared",
    zh: "常住单位减属地减常住单位运输：游客、卡车，以及两种来源之间的差别",
  },
});

/** One named part of a difference. */
export interface Effect {
  readonly effect: string;
  readonly value: number;
  readonly source: string;
  readonly method: Sentence;
}

/** From one figure to another by named effects; the remainder is a separate row, never distributed over them. */
export interface Reconciliation {
  readonly from: number;
  readonly to: number;
  readonly effects: readonly Effect[];
  /** `to − from − Σ effects`. */
  readonly unexplained: number;
  /** |unexplained| over |to − from|; null if the two agree. */
  readonly unexplainedShare: number | null;
}

/** from + Σ effects + unexplained = to. Throws PanoramaError for a value that is not a number. */
export function reconcile(from: number, to: number, effects: readonly Effect[]): Reconciliation {
  requireFinite("from", from);
  requireFinite("to", to);
  for (const { effect, value } of effects) requireFinite(effect, value);
  const unexplained = to - from - effects.reduce((sum, { value }) => sum + value, 0);
  return {
    from,
    to,
    effects: [...effects],
    unexplained,
    unexplainedShare: to === from ? null : Math.abs(unexplained / (to - from)),
  };
}

/** Terms between territory and residence, for one region and year. Mt CO2. */
export interface ResidenceTerms {
  readonly region: string;
  readonly year: number;
  readonly territorial: number;
  readonly residence: number;
  /** Water and air transport of residents, home and abroad. */
  readonly transport: number;
  /** The same for all regions. */
  readonly worldTransport: number;
  /** Bunker fuels of the world, which are in no territory. */
  readonly bunkers: number;
}

/**
 * Territorial → residence as rows. The ships and aircraft of residents outside any territory are estimated by spreading the
 * world's bunker fuels over regions by the water and air transport of their residents: transport × bunkers / worldTransport.
 * The remainder (tourists and lorries abroad, coastal traffic of others, and differences of the two sources) is `unexplained`.
 */
export function residenceRows(terms: ResidenceTerms, source: string): AccountRow[] {
  const { region, year, territorial, residence, transport, worldTransport, bunkers } = terms;
  const abroad = worldTransport > 0 ? (transport * bunkers) / worldTransport : 0;
  const { unexplained } = reconcile(territorial, residence, [
    { effect: "resident transport", value: abroad, source, method: texts.byTransport() },
  ]);
  const common = {
    region,
    year,
    gas: "CO2",
    principle: "residence",
    unit: "Mt CO2",
    metric: "",
    lo: null,
    hi: null,
    bounds: "none",
    source,
  } as const;
  return [
    {
      ...common,
      category: "resident transport",
      value: abroad,
      method: texts.shipsAndAircraft({ bunkers: bunkers.toFixed(0) }),
    },
    {
      ...common,
      category: "unexplained",
      value: unexplained,
      method: texts.rest(),
    },
  ];
}
