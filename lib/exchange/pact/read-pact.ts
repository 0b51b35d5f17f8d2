import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { beyondLimits } from "../../tool/input-limits.ts";
import { pathOf, problemsOf } from "../../tool/input-problems.ts";
import { numberOfDecimal, shareOfPercent } from "./decimal.ts";
import { type PactUnit, symbolOf } from "./declared-unit.ts";
import { PactError } from "./pact-error.ts";
import {
  type CarbonFootprint,
  carbonFootprint,
  isUuid,
  type ProductFootprint,
  productFootprint,
} from "./product-footprint.ts";
import { relationNotes } from "./relations.ts";

const texts = messages("exchange.pact", {
  notJson: { en: "The document is not JSON: “{reason}”.", zh: "文档不是 JSON：“{reason}”。" },
  notADocument: {
    en: "The document is no product footprint of PACT: expected an object, or a list of them in the field data.",
    zh: "文档不是 PACT 的产品足迹：应为一个对象，或字段 data 中的对象列表。",
  },
  older: {
    en: "{field} follows version {version} of PACT, whose totals are defined differently, so that it is not converted. Ask the data owner for version 3.",
    zh: "{field} 采用 PACT 第 {version} 版，其总量的定义不同，因此不予转换。请向数据所有者索取第 3 版。",
  },
  before3: { en: "2 or earlier", zh: "2 或更早" },
  problems: { en: "The document is no valid PACT 3: {problems:lines}", zh: "文档不符合 PACT 3：{problems:lines}" },
  decimalsAreTexts: {
    en: 'Amounts in PACT 3 are decimal texts, such as "1.5", not numbers.',
    zh: "PACT 3 中的数量是小数文本，如“1.5”，而不是数字。",
  },
  twiceInSet: { en: '{field} names "{value}" twice.', zh: "{field} 中“{value}”出现了两次。" },
  notUuid: { en: '{field} is "{id}", which is not a UUID.', zh: "{field} 为“{id}”，不是 UUID。" },
  notPact: {
    en: "{field}: {names:and} {count:is|are} not defined in PACT 3. {count:It was|They were} not used.",
    zh: "{field}：{names:and}在 PACT 3 中没有定义（共 {count} 项），未予采用。",
  },
  severalPlaces: {
    en: "{field} names more than one of region, country and subdivision; PACT 3 allows one. The narrowest was used.",
    zh: "{field} 同时给出了地区、国家和行政区中的多项；PACT 3 只允许一项，此处取范围最小者。",
  },
  packagingNotIncluded: {
    en: "{field} states packaging emissions, although packaging is not within its boundary.",
    zh: "{field} 给出了包装排放，而包装不在其边界之内。",
  },
  periodReversed: {
    en: "{field}: the reference period ends ({end}) before it starts ({start}).",
    zh: "{field}：基准期的结束（{end}）早于开始（{start}）。",
  },
  above100: { en: "{field} is {value} %, which is above 100 %.", zh: "{field} 为 {value} %，超过 100 %。" },
  severalReports: {
    en: "{field} uses metrics of {reports:and} together, so that its CO2e has no single metric.",
    zh: "{field} 同时使用 {reports:and} 的指标，其 CO2e 没有单一的指标。",
  },
  deprecated: {
    en: "{field} is deprecated: the data owner has a more recent footprint.",
    zh: "{field} 已弃用：数据所有者有更新的足迹。",
  },
});

/** The numbers of a PACT document, with the document. Amounts are per declared unit; a null is not stated. */
export interface PactFootprint {
  readonly id: string;
  readonly company: string;
  readonly product: string;
  readonly status: "Active" | "Deprecated";
  readonly declared: { readonly amount: number; readonly unit: string };
  /** kg without packaging */
  readonly mass: number;
  /** kg CO2e */
  readonly excludingUptake: number;
  readonly includingUptake: number;
  readonly fossil: number;
  readonly landUseChange: number | null;
  readonly landManagementFossil: number | null;
  readonly landManagementCO2: number | null;
  readonly landManagementRemoval: number | null;
  readonly biogenicNonCO2: number | null;
  readonly uptake: number | null;
  readonly aircraft: number | null;
  readonly packaging: number | null;
  readonly outbound: number | null;
  /** kg C */
  readonly fossilCarbon: number;
  readonly biogenicCarbon: number | null;
  /** 0 to 1 */
  readonly primaryDataShare: number | null;
  readonly exemptedShare: number;
  /** 1 (best) to 5 */
  readonly dataQuality: {
    readonly technological: number;
    readonly temporal: number;
    readonly geographical: number;
  } | null;
  /** `AR6.GWP100`; null if the document uses several reports. */
  readonly metric: string | null;
  readonly start: string;
  readonly end: string;
  /** Code or name of the narrowest place; null is global. */
  readonly place: string | null;
  readonly document: ProductFootprint;
}

export interface PactReading {
  readonly footprints: readonly PactFootprint[];
  /** What does not add up, and what was not used. */
  readonly notes: readonly Message[];
}

/**
 * The footprints of a PACT 3 document: one footprint, the answer that has one or several in `data`, or a plain list, as JSON or
 * parsed. What cannot be read is an error that names its path; amounts that contradict each other are notes, as published
 * documents have such. Documents of PACT 1 and 2 are recognised and refused, because their totals include other emissions.
 *
 * PACT Technical Specifications 3.0 (wbcsd/data-exchange-protocol, spec/v3). Throws PactError.
 */
export function readPact(given: unknown): PactReading {
  const parsed = typeof given === "string" ? parse(given) : given;
  const beyond = beyondLimits(parsed);
  if (beyond) throw new PactError("document", beyond.say(pathOf(["document", ...beyond.path])));
  const placed = placedIn(parsed);
  for (const { path, value } of placed) refuseOlder(pathOf(path) || "document", value);
  const documents = placed.map(({ path, value }) => ({
    field: pathOf(path) || "document",
    document: check(path, value),
  }));
  return {
    footprints: documents.map(({ document }) => numbersOf(document)),
    notes: documents.flatMap(({ field, document }) => notesOn(field, document)),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new PactError("document", texts.notJson({ reason: (error as Error).message }));
  }
}

interface Placed {
  readonly path: readonly (string | number)[];
  readonly value: Readonly<Record<string, unknown>>;
}

function placedIn(parsed: unknown): Placed[] {
  const at = (path: Placed["path"], value: unknown): Placed => {
    if (!isRecord(value)) throw new PactError(pathOf(path) || "document", texts.notADocument());
    return { path, value };
  };
  const list = (path: Placed["path"], values: readonly unknown[]) => values.map((value, n) => at([...path, n], value));
  if (Array.isArray(parsed)) return list(["document"], parsed);
  if (!isRecord(parsed)) throw new PactError("document", texts.notADocument());
  if (Array.isArray(parsed.data)) return list(["data"], parsed.data);
  return [isRecord(parsed.data) && !("pcf" in parsed) ? at(["data"], parsed.data) : at([], parsed)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuseOlder(field: string, value: Placed["value"]): void {
  const { specVersion, pcf } = value;
  const stated = typeof specVersion === "string" && /^[0-2]\./.test(specVersion) ? specVersion : undefined;
  const isOlder = stated !== undefined || (isRecord(pcf) && "unitaryProductAmount" in pcf);
  if (isOlder) throw new PactError(field, texts.older({ field, version: stated ?? texts.before3() }));
}

function check(path: Placed["path"], value: Placed["value"]): ProductFootprint {
  const result = productFootprint.safeParse(value);
  if (result.success) {
    const twice = [...setsOf(result.data)].find(([, items]) => new Set(items).size < items.length);
    if (!twice) return result.data;
    const [name, items] = twice;
    const field = pathOf([...path, name]);
    throw new PactError(field, texts.twiceInSet({ field, value: items.find((item, at) => items.indexOf(item) < at)! }));
  }
  const whole = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
  const issues = result.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  const problems = problemsOf(new z.ZodError(issues as z.core.$ZodIssue[]), whole);
  const hasNumbers = result.error.issues.some(
    (issue) =>
      issue.code === "invalid_type" && issue.expected === "string" && typeof at(value, issue.path) === "number",
  );
  const all = hasNumbers ? [...problems, texts.decimalsAreTexts()] : problems;
  throw new PactError(pathOf(issues[0]!.path) || "document", texts.problems({ problems: all }), all);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

function setsOf({ companyIds, productIds, productClassifications = [], precedingPfIds = [], pcf }: ProductFootprint) {
  return Object.entries({ companyIds, productIds, productClassifications, precedingPfIds }).concat([
    ["pcf.ipccCharacterizationFactors", pcf.ipccCharacterizationFactors],
    ["pcf.crossSectoralStandards", pcf.crossSectoralStandards],
  ]);
}

function numbersOf(document: ProductFootprint): PactFootprint {
  const { pcf } = document;
  const number = (text: string | undefined) => (text === undefined ? null : numberOfDecimal(text));
  const reports = pcf.ipccCharacterizationFactors;
  return {
    id: document.id,
    company: document.companyName,
    product: document.productNameCompany,
    status: document.status,
    declared: {
      amount: numberOfDecimal(pcf.declaredUnitAmount),
      unit: symbolOf(pcf.declaredUnitOfMeasurement as PactUnit),
    },
    mass: numberOfDecimal(pcf.productMassPerDeclaredUnit),
    excludingUptake: numberOfDecimal(pcf.pcfExcludingBiogenicUptake),
    includingUptake: numberOfDecimal(pcf.pcfIncludingBiogenicUptake),
    fossil: numberOfDecimal(pcf.fossilGhgEmissions),
    landUseChange: number(pcf.landUseChangeGhgEmissions),
    landManagementFossil: number(pcf.landManagementFossilGhgEmissions),
    landManagementCO2: number(pcf.landManagementBiogenicCO2Emissions),
    landManagementRemoval: number(pcf.landManagementBiogenicCO2Removals),
    biogenicNonCO2: number(pcf.biogenicNonCO2Emissions),
    uptake: number(pcf.biogenicCO2Uptake),
    aircraft: number(pcf.aircraftGhgEmissions),
    packaging: number(pcf.packagingGhgEmissions),
    outbound: number(pcf.outboundLogisticsGhgEmissions),
    fossilCarbon: numberOfDecimal(pcf.fossilCarbonContent),
    biogenicCarbon: number(pcf.biogenicCarbonContent),
    primaryDataShare: pcf.primaryDataShare === undefined ? null : shareOfPercent(pcf.primaryDataShare),
    exemptedShare: shareOfPercent(pcf.exemptedEmissionsPercent),
    dataQuality: pcf.dqi
      ? {
          technological: numberOfDecimal(pcf.dqi.technologicalDQR),
          temporal: numberOfDecimal(pcf.dqi.temporalDQR),
          geographical: numberOfDecimal(pcf.dqi.geographicalDQR),
        }
      : null,
    metric: reports.length === 1 ? `${reports[0]!}.GWP100` : null,
    start: pcf.referencePeriodStart,
    end: pcf.referencePeriodEnd,
    place: placesOf(pcf)[0] ?? null,
    document,
  };
}

/** The narrowest first. */
function placesOf(pcf: CarbonFootprint): string[] {
  const { geographyCountrySubdivision, geographyCountry, geographyRegionOrSubregion } = pcf;
  return [geographyCountrySubdivision, geographyCountry, geographyRegionOrSubregion].filter(
    (place) => place !== undefined,
  );
}

function notesOn(at: string, document: ProductFootprint): Message[] {
  const { pcf } = document;
  const inside = (name: string) => (at === "document" ? name : `${at}.${name}`);
  const field = inside("pcf");
  const reports = pcf.ipccCharacterizationFactors;
  const [start, end] = [pcf.referencePeriodStart, pcf.referencePeriodEnd];
  const percents = [
    [inside("pcf.primaryDataShare"), pcf.primaryDataShare],
    [inside("pcf.exemptedEmissionsPercent"), pcf.exemptedEmissionsPercent],
  ] as const;
  return [
    ...unknownNotes(at, document, productFootprint.shape),
    ...unknownNotes(field, pcf, { ...carbonFootprint.shape, ...unread }),
    ...(isUuid(document.id) ? [] : [texts.notUuid({ field: inside("id"), id: document.id })]),
    ...(document.status === "Deprecated" ? [texts.deprecated({ field: at })] : []),
    ...(placesOf(pcf).length > 1 ? [texts.severalPlaces({ field })] : []),
    ...(pcf.packagingEmissionsIncluded === false && numberOfDecimal(pcf.packagingGhgEmissions ?? "0") !== 0
      ? [texts.packagingNotIncluded({ field })]
      : []),
    ...(Date.parse(end) < Date.parse(start) ? [texts.periodReversed({ field, start, end })] : []),
    ...percents
      .filter(([, text]) => numberOfDecimal(text ?? "0") > 100)
      .map(([name, text]) => texts.above100({ field: name, value: text })),
    ...(reports.length > 1 ? [texts.severalReports({ field, reports })] : []),
    ...relationNotes(field, pcf),
  ];
}

/** Attributes of PACT 3 on captured carbon, which are kept in the document and have no number here. */
const unread = {
  technologicalCO2CaptureOrigin: true,
  ccsTechnologicalCO2CaptureIncluded: true,
  ccuCarbonContent: true,
  ccuCalculationApproach: true,
  ccuCreditCertification: true,
};

function unknownNotes(field: string, record: object, known: object): Message[] {
  const names = Object.keys(record).filter((name) => !Object.hasOwn(known, name));
  return names.length > 0 ? [texts.notPact({ field, names, count: names.length })] : [];
}
