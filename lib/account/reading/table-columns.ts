import { MOST_SHEET_COLUMNS } from "../../files/table/limits.ts";
import { type ColumnContents, columnContents, SAMPLE } from "./column-contents.ts";
import type { Known, Measure } from "./column-shapes.ts";
import { findPieces, type RowSum, rowSumIn, withoutRowSum } from "./column-sums.ts";
import { type ColumnRole, netWords } from "./column-words.ts";
import { batchIn, compositionMeasure } from "./composition.ts";
import { type Cell, type FoundTable, type Row, textOf } from "./find-tables.ts";
import { knownShare } from "./known-activity.ts";
import { type ColumnHead, readHead } from "./read-head.ts";
import { isCurrency } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import { type Restated, restatedColumns } from "./restated-columns.ts";
import { type TaxColumns, taxColumns } from "./tax-columns.ts";
import { totalByWords } from "./total-rows.ts";

export interface TableColumns {
  readonly roles: readonly (string | null)[];
  readonly at: Readonly<Partial<Record<ColumnRole, number>>>;
  /** A second column of names: of parts beside materials. */
  readonly otherName: number | null;
  /** A column of remarks. */
  readonly remark: number | null;
  readonly measures: readonly Measure[];
  /** Taken where a row has no physical amount. */
  readonly money: Measure | null;
  readonly isWide: boolean;
  /** Columns that say again what others have. */
  readonly restated: readonly Restated[];
  /** The amounts before tax, where tax and gross stand beside them. */
  readonly taxes: TaxColumns | null;
  /** The column that sums the others of its row. */
  readonly rowSum: RowSum | null;
}

/** Columns of texts that are tried for names. */
const MOST_NAMES = 40;
const numeric: ReadonlySet<ColumnRole> = new Set([
  "amount",
  "count",
  "mass each",
  "total mass",
  "money",
  "tax",
  "distance",
  "unit price",
  "factor",
  "share",
  "size",
  "total",
]);
const physical: ReadonlySet<ColumnRole> = new Set(["amount", "count", "mass each", "total mass", "distance"]);
/** Roles whose words stand above numbers of rows, too. */
const numbering: ReadonlySet<ColumnRole> = new Set(["name", "site", "code", "position", "scope"]);
const single: readonly ColumnRole[] = [
  "name",
  "unit",
  "site",
  "place",
  "year",
  "period",
  "supplier",
  "scope",
  "code",
  "position",
  "level",
  "distance",
  "currency",
  "count",
  "mass each",
  "total mass",
];

/** What each column of a table holds. */
export function tableColumns(rows: readonly Row[], table: FoundTable, titles: readonly Row[] = []): TableColumns {
  const width = Math.min(MOST_SHEET_COLUMNS, widthOf(rows, table));
  const heads = Array.from({ length: width }, (_, c) => table.heads[c] ?? readHead(""));
  const values = heads.map((_, c) => columnContents(rows, table, c));
  const isNumeric = values.map(({ filled, numbers }) => numbers > 0 && numbers * 2 >= filled);
  const roles: (ColumnRole | null)[] = heads.map((head, c) => {
    const { role } = head;
    if (isOfNumbers(c, head, values)) return "position";
    if (areAccounts(c, heads, values)) return "code";
    // "Works total" stands above sums, and names no works.
    if (role === null || (isNumeric[c] && role === "site" && totalByWords(head.label) !== null)) return null;
    if (numeric.has(role))
      return isNumeric[c] ? role : role === "amount" && head.isExact && !isOfActivities(values[c]!) ? "amount" : null;
    return role;
  });
  const at: Partial<Record<ColumnRole, number>> = {};
  for (const role of single) {
    const found = roles
      .map((each, c) =>
        each === role && values[c]!.filled > 0 && !isMeasureHead(role, heads[c]!, isNumeric[c]!) ? c : -1,
      )
      .filter((c) => c >= 0)
      .sort((a, b) => heads[a]!.rank - heads[b]!.rank || a - b)[0];
    if (found !== undefined) at[role] = found;
  }
  if (
    at.year !== undefined &&
    values[at.year]!.years * 2 < values[at.year]!.filled &&
    !/20\d\d/.test(textOf(rows[table.body]?.[at.year]))
  )
    delete at.year;
  const known: Known = { roles, at, heads, values, isNumeric };
  const sides = dimensions(heads, isNumeric);
  for (const c of sides) roles[c] = "size";
  // Beside the area of parts a number without a unit is that of the parts.
  const isPieces = (c: number) => isNumeric[c] && roles[c] === "amount" && heads[c]!.unit === null;
  const pieces = sides.length > 0 && at.count === undefined ? heads.findIndex((_, c) => isPieces(c)) : -1;
  if (pieces >= 0 && heads.some(({ unit }, c) => isNumeric[c] && /^m[23]$/.test(unit?.unit ?? ""))) {
    roles[pieces] = "count";
    at.count = pieces;
  }
  nameDistance(known);
  const taxes = taxColumns(rows, table, known);
  if (taxes !== null) {
    for (const c of taxes.others) roles[c] = "tax";
    roles[taxes.net] = "money";
  }
  withoutFalseUnit(known);
  withoutFalsePeriod(known);
  findUnnamed(known);
  nameByContents(known);
  const found = findPieces(rows, table, known);
  if (found) Object.assign(at, found);
  const { measures: amounts, money, isWide } = measuresOf(table, known);
  const composition = amounts.length > 0 ? null : compositionMeasure(rows, table, known, batchIn(titles) !== null);
  const all = composition === null ? amounts : [composition];
  const restated = restatedColumns(rows, table, all);
  const own = all.filter(({ columns }) => !restated.some(({ column }) => columns.includes(column)));
  const rowSum = rowSumIn(rows, table, own);
  const measures = withoutRowSum(own, rowSum);
  if (isWide && at.name !== undefined && measures.some(({ name }) => name !== null) && at.site === undefined) {
    // Carriers stand across: what stands down are sites.
    at.site = at.name;
    delete at.name;
  }
  const taken = new Set([...Object.values(at), ...measures.flatMap(({ columns }) => columns)]);
  const otherName = roles.findIndex((role, c) => role === "name" && !isNumeric[c] && !taken.has(c));
  const isRemark = (c: number) => roles[c] === "comment" && !isNumeric[c] && values[c]!.filled > 0 && !taken.has(c);
  const remark = roles.findIndex((_, c) => isRemark(c));
  const measureOf = new Map(measures.flatMap((measure) => measure.columns.map((c) => [c, measure] as const)));
  const shown = roles.map((role, c) =>
    c === otherName
      ? "otherName"
      : c === remark
        ? "comment"
        : restated.some(({ column }) => column === c)
          ? "restated"
          : roleAt(role, c, at, measures, measureOf.get(c)),
  );
  const placeOf = (column: number) => (column < 0 ? null : column);
  return {
    roles: shown,
    at,
    otherName: placeOf(otherName),
    remark: placeOf(remark),
    measures,
    money,
    isWide,
    restated,
    rowSum,
    taxes,
  };
}

/** Numbers of rows, of accounts and of articles, which stand before texts and have no unit: no amounts, whatever the head is called. */
function isOfNumbers(c: number, { role, unit, period, year }: ColumnHead, values: readonly ColumnContents[]): boolean {
  const isOpen = unit === null && period === null && year === null && (role === null || numbering.has(role));
  if (!isOpen || !values[c]!.isNumbering) return false;
  const isFirst = values.slice(0, c).every(({ numbers, filled }) => numbers * 2 < filled || filled === 0);
  return isFirst && values.slice(c + 1).some(({ texts }) => texts.length > 0);
}

/** Whole numbers of one length whose head is a word of names, beside texts whose head is one: numbers of accounts or articles. */
function areAccounts(c: number, heads: readonly ColumnHead[], values: readonly ColumnContents[]): boolean {
  const { role, unit, isCarrier } = heads[c]!;
  if (role !== "name" || unit !== null || isCarrier || !values[c]!.isOfOneLength) return false;
  return heads.some((head, other) => other !== c && head.role === "name" && values[other]!.texts.length > 0);
}

/** Columns of a table by its head and its first rows. */
export function widthOf(rows: readonly Row[], { body, end, heads }: FoundTable): number {
  return rows.slice(body, Math.min(end, body + SAMPLE)).reduce((most, row) => Math.max(most, row.length), heads.length);
}

/** "Consumo" stands above amounts, and above the names of what is consumed. */
function isOfActivities({ texts, numbers }: ColumnContents): boolean {
  return numbers === 0 && texts.length > 0 && knownShare(texts) >= 0.5;
}

function isMeasureHead(role: ColumnRole, head: ColumnHead, isNumber: boolean): boolean {
  return isNumber && (role === "name" || role === "site") && (head.unit !== null || head.isCarrier);
}

function roleAt(
  role: ColumnRole | null,
  column: number,
  at: TableColumns["at"],
  measures: readonly Measure[],
  measure: Measure | undefined,
): string {
  if (measure)
    return measures.length > 1 || measure.columns.length > 1 ? "wide amount" : measure.isMoney ? "money" : "amount";
  if (measures.some(({ total }) => total === column)) return "total";
  const taken = Object.entries(at).find(([, place]) => place === column);
  if (taken) return taken[0];
  return role === "money" || role === "tax" || role === "total" || role === "position" ? role : "not used";
}

/** Columns that no word names: of units by their values, of names by being the first texts. */
function findUnnamed({ roles, at, heads, values, isNumeric }: Known): void {
  const take = (role: ColumnRole, test: (c: number) => boolean) => {
    if (at[role] !== undefined) return;
    const found = roles.findIndex(
      (each, c) =>
        each === null &&
        !isAttribute(heads[c]!.role) &&
        values[c]!.filled > 0 &&
        !Object.values(at).includes(c) &&
        test(c),
    );
    if (found < 0) return;
    at[role] = found;
    roles[found] = role;
  };
  const isText = (c: number) => !isNumeric[c];
  take("unit", (c) => isText(c) && values[c]!.units * 10 >= values[c]!.filled * 8);
  take("period", (c) => values[c]!.periods * 10 >= values[c]!.filled * 8);
  if (at.period === undefined)
    take("year", (c) => values[c]!.years === values[c]!.filled && values[c]!.filled > 1 && heads[c]!.text === "");
  const others = heads.some(
    (head, c) =>
      isNumeric[c] &&
      (head.isCarrier || head.unit !== null) &&
      head.label !== "" &&
      roles[c] !== "money" &&
      !isAttribute(roles[c]!),
  );
  if (at.name === undefined && at.site !== undefined && others) return;
  if (at.name === undefined) {
    const isName = (c: number) => isText(c) && values[c]!.distinct > 0 && !values[c]!.isCode;
    const names = roles.flatMap((role, c) => (role === null && isName(c) && !Object.values(at).includes(c) ? [c] : []));
    // Few texts in runs are what the rows have in common.
    if (names.length > 1 && values[names[0]!]!.isInRuns && names.some((c) => !values[c]!.isInRuns))
      take("site", (c) => c === names[0]);
    take("name", isName);
    take("name", (c) => isText(c) && values[c]!.distinct > 0);
    for (const role of ["scope", "code", "supplier", "site"] as const) {
      if (at.name !== undefined || others || at[role] === undefined || isNumeric[at[role]]) continue;
      at.name = at[role];
      if (role !== "site") delete at[role];
    }
  }
}

/** "单位" is a unit, and a company, "unidade" too: of cells that are no units beside units in the heads or in another column. */
function withoutFalseUnit({ roles, at, heads, values }: Known): void {
  const better = roles.findIndex((role, c) => role === "unit" && values[c]!.units > 0);
  const column = at.unit;
  if (column !== undefined && better >= 0 && values[column]!.units === 0) {
    at.unit = better;
    roles[column] = at.site === undefined ? "site" : null;
    at.site ??= column;
    return;
  }
  const company = roles.findIndex(
    (role, c) => role === "unit" && c !== column && values[c]!.units === 0 && values[c]!.filled > 0,
  );
  if (company >= 0 && better >= 0 && at.site === undefined) {
    at.site = company;
    roles[company] = "site";
  }
  if (column === undefined || values[column]!.units > 0) return;
  // "Unit" T01, T02: a vehicle, or a machine.
  const isThing = values[column]!.isCode;
  const hasOthers = heads.some(
    ({ unit }, c) =>
      c !== column && ((unit !== null && !isCurrency(unit.unit)) || values[c]!.units * 2 > values[c]!.filled),
  );
  if (!hasOthers && !isThing) return;
  delete at.unit;
  roles[column] = at.site === undefined ? "site" : null;
  at.site ??= column;
}

/** "From" and "to" are dates, and places of a trip: of cells that are no dates. */
function withoutFalsePeriod({ roles, at, values }: Known): void {
  const column = at.period;
  if (column === undefined) return;
  const { filled, distinct, periods, years, numbers } = values[column]!;
  if (filled === 0 || periods > 0 || years > 0 || numbers > 0 || distinct < 2) return;
  if (values[column]!.texts.some((text) => /\d/.test(text))) return;
  delete at.period;
  roles[column] = null;
}

/** Columns of how long, wide, high or thick parts are: two or three lengths beside each other, which no activity has. */
function dimensions(heads: readonly ColumnHead[], isNumeric: readonly boolean[]): number[] {
  const found = heads.flatMap(({ role, unit, label }, c) =>
    isNumeric[c] && role === null && (unit === null || lengths.has(unit.unit)) && isDimension(label) ? [c] : [],
  );
  return found.length >= 2 ? found : [];
}

const lengths: ReadonlySet<string> = new Set(["mm", "cm", "dm", "m", "in", "ft"]);
const massUnits = /^(?:t|kg|lb|ton_short|ton_long)$/;

function isDimension(label: string): boolean {
  return /^(?:[lwhtbdø]|len|length|width|height|depth|thickness|thick|diameter|[长宽高厚深]度?|直径|länge|breite|höhe|tiefe|dicke|stärke|longueur|largeur|hauteur|épaisseur|largo|ancho|alto|espesor)\.?$/i.test(
    label.trim(),
  );
}

/** Beside another amount one column of km says how far it went, whatever else its head says. */
function nameDistance({ roles, at, heads, isNumeric }: Known): void {
  if (at.distance !== undefined || roles.includes("distance")) return;
  const isWay = (c: number) => heads[c]!.unit?.unit === "km" || heads[c]!.unit?.unit === "mi";
  const ways = heads.flatMap((_, c) => (isWay(c) && roles[c] === null ? [c] : []));
  const others = heads.some(({ unit }, c) => !isWay(c) && isNumeric[c] && unit !== null && !isCurrency(unit.unit));
  if (ways.length !== 1 || !others) return;
  roles[ways[0]!] = "distance";
  at.distance = ways[0]!;
}

function isOfMoneyOnly({ roles, heads, isNumeric }: Known): boolean {
  const columns = heads.flatMap((_, c) => (isNumeric[c] ? [c] : []));
  const isPhysical = (c: number) => {
    const { unit } = heads[c]!;
    const role = roles[c] ?? null;
    return (unit !== null && !isCurrency(unit.unit)) || (role !== null && physical.has(role));
  };
  return columns.some((c) => roles[c] === "money") && !columns.some(isPhysical);
}

/** Of columns of texts the names are those whose cells are known activities or materials, whatever the heads say less clearly. */
function nameByContents({ roles, at, heads, values, isNumeric }: Known): void {
  const current = at.name;
  // Kinds of spending are no activities of the vocabularies: there the head says more.
  if (
    current !== undefined &&
    heads[current]!.role === "name" &&
    isOfMoneyOnly({ roles, at, heads, values, isNumeric })
  )
    return;
  const others = Object.entries(at).flatMap(([role, c]) => (role === "name" ? [] : [c]));
  const isCandidate = (c: number) =>
    !isNumeric[c] &&
    !values[c]!.isCode &&
    !others.includes(c) &&
    ((roles[c] === null && !isAttribute(heads[c]!.role)) ||
      roles[c] === "name" ||
      // "物料说明" is called a remark by its second word only.
      (roles[c] === "comment" && !heads[c]!.isExact));
  const shares = heads
    .flatMap((_, c) => (isCandidate(c) ? [c] : []))
    .slice(0, MOST_NAMES)
    .map((column) => ({ column, share: knownShare(values[column]!.texts) }));
  const [best] = [...shares].sort((a, b) => b.share - a.share || a.column - b.column);
  if (best === undefined || best.column === current || best.share < 0.3) return;
  const own = current === undefined ? 0 : knownShare(values[current]!.texts);
  if (own * 2 > best.share) return;
  // Carriers across with sites down have no column of names.
  if (current === undefined && at.site !== undefined && heads.some(({ isCarrier }, c) => isCarrier && isNumeric[c]))
    return;
  at.name = best.column;
  roles[best.column] = "name";
  if (roles.some((role, c) => role === "name" && c !== best.column && !isNumeric[c])) return;
  const parts = heads.findIndex(
    (_, c) => c !== best.column && isCandidate(c) && roles[c] !== "comment" && !values[c]!.isInRuns,
  );
  if (parts >= 0) roles[parts] = "name";
}

/** The columns of amounts, and of money where no physical amount is. */
function measuresOf(table: FoundTable, known: Known): Pick<TableColumns, "measures" | "money" | "isWide"> {
  const { roles, at, heads, values, isNumeric } = known;
  const taken = new Set(Object.values(at));
  const free = heads.flatMap((_, c) => (isNumeric[c] && !taken.has(c) && !isAttribute(roles[c]!) ? [c] : []));
  const months = free.filter((c) => heads[c]!.period !== null && roles[c] !== "money");
  const years = free.filter(
    (c) => heads[c]!.year !== null && heads[c]!.period === null && roles[c] !== "money" && roles[c] !== "total",
  );
  const amounts = free.filter((c) => roles[c] === "amount");
  const money = free.filter((c) => roles[c] === "money");
  const carriers = free.filter(
    (c) =>
      roles[c] !== "money" &&
      roles[c] !== "total" &&
      (heads[c]!.isCarrier ||
        heads[c]!.unit !== null ||
        roles[c] === null ||
        roles[c] === "name" ||
        roles[c] === "site"),
  );
  const plain = (columns: readonly number[], more: Partial<Measure> = {}): Measure => {
    const head = heads[columns[0]!]!;
    return {
      columns,
      periods: columns.flatMap((c) => (heads[c]!.period === null ? [] : [heads[c]!.text])),
      name: null,
      site: null,
      year: head.year,
      unit: head.unit,
      isMoney: roles[columns[0]!] === "money",
      total: null,
      ...more,
    };
  };
  const cost = money.length > 0 ? plain([money[0]!], { isMoney: true }) : null;
  if (months.length >= 2) return { measures: monthMeasures(known, months, free, plain), money: cost, isWide: false };
  const numbered = numberedMonths(heads, free);
  if (numbered)
    return {
      measures: [plain(numbered, { year: null, periods: numbered.map((c) => heads[c]!.text), unit: null })],
      money: cost,
      isWide: false,
    };
  if (years.length >= 2)
    return {
      measures: years.map((c) => plain([c], { name: labelOf(heads[c]!) })),
      money: cost,
      isWide: years.some((c) => labelOf(heads[c]!) !== null),
    };
  const bill = at["total mass"] ?? at["mass each"];
  if (bill !== undefined && amounts.every((c) => heads[c]!.isExact)) {
    const count = at.count ?? amounts.find((c) => !heads[c]!.unit || heads[c]!.unit?.unit === "item");
    if (count !== undefined) at.count = count;
    return { measures: [plain([bill])], money: cost, isWide: false };
  }
  const moved = transportIn(known, free);
  if (moved !== null) {
    delete at.distance;
    return { measures: [plain([moved])], money: cost, isWide: false };
  }
  const telling = carriers.filter(
    (c) => heads[c]!.isCarrier || (heads[c]!.unit !== null && heads[c]!.label !== "" && roles[c] !== "amount"),
  );
  // "用电量" is an amount, and beside other carriers it is one of them.
  const isAcross = (c: number) =>
    heads[c]!.isCarrier && telling.some((other) => other !== c && heads[other]!.isCarrier);
  const exact = amounts
    .filter((c) => heads[c]!.isExact && !isAcross(c))
    .sort((a, b) => heads[a]!.rank - heads[b]!.rank);
  const net = amounts.find((c) => netWords.some((word) => heads[c]!.label.toLowerCase().includes(word)));
  const partial = amounts.filter((c) => !heads[c]!.isExact && (net === undefined || c === net));
  const wide = [...new Set([...telling, ...partial])].sort((a, b) => a - b);
  if (exact.length === 0 && (wide.length >= 2 || (wide.length === 1 && at.name === undefined)))
    return {
      measures: wide.map((c) =>
        plain([c], {
          name: heads[c]!.label || heads[c]!.text,
          site: at.site === undefined && at.name === undefined ? siteOfHead(heads[c]!) : null,
        }),
      ),
      money: null,
      isWide: true,
    };
  if (exact.length >= 1 && wide.length === 0)
    return { ...plainAmounts(exact, known, plain), money: cost, isWide: false };
  if (exact.length >= 1) return { measures: [plain([exact[0]!])], money: cost, isWide: false };
  if (wide.length === 1) return { measures: [plain([wide[0]!])], money: cost, isWide: false };
  const places = carriers.filter((c) => roles[c] === null || roles[c] === "site" || roles[c] === "name");
  const isBare = (c: number) => heads[c]!.unit === null && values[c]!.integers === values[c]!.numbers;
  if (places.length > 0 && at.distance !== undefined && at.unit === undefined && places.every(isBare)) {
    const names = places.map((c) => heads[c]!.text).filter((text) => text !== "");
    return {
      measures: [{ ...ofDistance(at, plain), notes: [texts.besideDistance({ names })] }],
      money: cost,
      isWide: false,
    };
  }
  if (places.length >= 2 && table.heads.length > 0)
    return at.name !== undefined
      ? {
          measures: places.map((c) => plain([c], { site: heads[c]!.label || heads[c]!.text })),
          money: cost,
          isWide: false,
        }
      : {
          measures: places.map((c) => plain([c], { name: heads[c]!.label || heads[c]!.text })),
          money: cost,
          isWide: true,
        };
  if (places.length >= 1) return { measures: [plain([places[0]!])], money: cost, isWide: false };
  if (at.count !== undefined) return { measures: [plain([at.count])], money: cost, isWide: false };
  const totals = free.filter((c) => roles[c] === "total");
  if (totals.length > 0) return { measures: [plain([totals[0]!])], money: cost, isWide: false };
  if (at.distance !== undefined) return { measures: [ofDistance(at, plain)], money: cost, isWide: false };
  return cost ? { measures: [cost], money: null, isWide: false } : { measures: [], money: null, isWide: false };
}

/** Tonnes times kilometres beside the tonnes or the kilometres: the transport that both are. */
function transportIn({ at, heads, roles }: Known, free: readonly number[]): number | null {
  const unitOf = (c: number) => heads[c]!.unit?.unit ?? "";
  const moved = free.filter((c) => /^[tp]km$/.test(unitOf(c)));
  const others = free.filter((c) => !moved.includes(c) && roles[c] !== "money");
  const areFactors = others.every((c) => massUnits.test(unitOf(c)) || lengths.has(unitOf(c)));
  return moved.length === 1 && areFactors && others.length + (at.distance === undefined ? 0 : 1) > 0 ? moved[0]! : null;
}

/** Where nothing else has a unit, how far someone went is the amount, and whole numbers beside it are nights or persons. */
function ofDistance(at: Known["at"], plain: (columns: readonly number[]) => Measure): Measure {
  const column = at.distance!;
  delete at.distance;
  return plain([column]);
}

/** A count and a mass of a piece, or two amounts in two units of which the first is taken. */
function plainAmounts(
  exact: readonly number[],
  known: Known,
  plain: (columns: readonly number[], more?: Partial<Measure>) => Measure,
): Pick<TableColumns, "measures"> {
  const { at, heads } = known;
  const massLike = /weight|mass\b|gewicht|masse|poids|peso|重|质量/i;
  const mass = exact.find((c) => massLike.test(heads[c]!.text));
  const count =
    at.count ??
    exact.find(
      (c) =>
        c !== mass &&
        /qty|quantity|anzahl|menge|数量|cantidad|quantité/i.test(heads[c]!.text) &&
        (heads[c]!.unit === null || heads[c]!.unit?.unit === "item"),
    );
  if (mass !== undefined && count !== undefined && count !== mass) {
    at.count = count;
    at["mass each"] ??= mass;
    return { measures: [plain([mass])] };
  }
  return { measures: [plain([exact[0]!])] };
}

function isAttribute(role: ColumnRole | null): boolean {
  return (
    role !== null &&
    [
      "year",
      "period",
      "code",
      "position",
      "level",
      "distance",
      "tax",
      "unit price",
      "factor",
      "share",
      "size",
      "span",
      "comment",
      "supplier",
      "place",
      "currency",
      "unit",
      "scope",
    ].includes(role)
  );
}

/** "电力 / 门诊楼": where one row of a head names a carrier, the other says where it is used. */
function siteOfHead({ label }: ColumnHead): string | null {
  const parts = label.split(" / ");
  if (parts.length !== 2) return null;
  const others = parts.filter((part) => !readHead(part).isCarrier);
  const [other] = others;
  return others.length === 1 && readHead(other!).role === null ? other! : null;
}

function labelOf(head: ColumnHead): string | null {
  return head.label === "" || head.role === "amount" || head.role === "total" ? null : head.label;
}

/** Months across: the columns of one year, carrier and unit are summed. */
function monthMeasures(
  { heads, roles }: Known,
  months: readonly number[],
  free: readonly number[],
  plain: (columns: readonly number[], more?: Partial<Measure>) => Measure,
): Measure[] {
  const groups = new Map<string, number[]>();
  for (const c of months) {
    const { year, unit } = heads[c]!;
    const key = JSON.stringify([labelOf(heads[c]!), year, unit?.unit]);
    const group = groups.get(key);
    if (group) group.push(c);
    else groups.set(key, [c]);
  }
  const totals = free.filter(
    (c) =>
      roles[c] === "total" ||
      (heads[c]!.period === null && heads[c]!.year !== null) ||
      (roles[c] === "amount" && heads[c]!.period === null),
  );
  return [...groups.values()].map((columns) => {
    // Beside months, quarters are their sums, and halves of a year those of quarters.
    const finest = Math.min(...columns.map((c) => kindOfPeriod(heads[c]!.period!)));
    const own = columns.filter((c) => kindOfPeriod(heads[c]!.period!) === finest);
    const total = totals.find((c) => groups.size === 1 || heads[c]!.year === heads[own[0]!]!.year) ?? null;
    return plain(own, {
      name: labelOf(heads[own[0]!]!),
      total,
      isMoney: heads[own[0]!]!.unit !== null && isCurrency(heads[own[0]!]!.unit!.unit),
    });
  });
}

function kindOfPeriod(period: number): number {
  return period < 12 ? 0 : period < 16 ? 1 : 2;
}

/** Heads 1 to 12. */
function numberedMonths(heads: readonly ColumnHead[], free: readonly number[]): number[] | null {
  const columns = free.filter((c) => /^(?:[1-9]|1[0-2])$/.test(heads[c]!.text));
  return columns.length === 12 && columns.every((c, i) => heads[c]!.text === String(i + 1)) ? columns : null;
}

export function cellAt(row: Row, column: number | undefined): Cell {
  return column === undefined ? null : (row[column] ?? null);
}
