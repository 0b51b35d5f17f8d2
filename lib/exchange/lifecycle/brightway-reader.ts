import { type ExchangeType, exchangeTypes } from "../../lifecycle/graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { ImportError } from "../mrio/import-error.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import { addParameters } from "./add-parameters.ts";
import { column } from "./brightway-columns.ts";
import { compartmentHere } from "./brightway-place.ts";
import { type SheetActivity, type SheetBlocks, type SheetRow, sheetBlocks } from "./brightway-sheet.ts";
import { brightwayLaw } from "./brightway-uncertainty.ts";
import { unitHere } from "./brightway-units.ts";
import { pythonFormulas, scaledFormula } from "./formula-text.ts";
import { ImportNotes } from "./import-notes.ts";
import { type ImportedInventory, type InventoryFormat, openingOf } from "./inventory-format.ts";
import { keyOf } from "./name-key.ts";
import { type GivenParameter, ParameterScope } from "./parameter-scope.ts";
import { unitRatio } from "./unit-ratio.ts";

const texts = messages("lifecycle.brightway", {
  reading: { en: "Reading sheets", zh: "正在读取工作表" },
  noDatabase: {
    en: "a block was expected that begins with Database and the database's name, but no sheet has one.",
    zh: "应有以 Database 及数据库名称开头的块，但所有工作表中都没有。",
  },
  twoDatabases: {
    en: "a second block Database ({name}) begins here. Put each database in a workbook of its own.",
    zh: "此处又有一个 Database 块（{name}）。请将每个数据库放在各自的工作簿中。",
  },
  twice: {
    en: 'the activity "{activity}" is there twice with the same code or the same name, product, place and unit. Give them different codes.',
    zh: "活动“{activity}”出现两次，代码或名称、产品、地点与单位相同。请使用不同的代码。",
  },
  number: {
    en: 'a number was expected in the column {column}, but "{text}" stands there. Use a decimal point.',
    zh: "{column} 列应为数字，此处却是“{text}”。请使用小数点。",
  },
  noAmount: {
    en: 'the exchange "{name}" has neither an amount nor a formula that can be read.',
    zh: "交换“{name}”既没有数量，也没有可读取的公式。",
  },
  type: {
    en: 'the type of the exchange "{name}" is "{type}"; production, technosphere, biosphere or substitution was expected.',
    zh: "交换“{name}”的类型为“{type}”；应为 production、technosphere、biosphere 或 substitution。",
  },
  noName: { en: "the column {column} is empty.", zh: "{column} 列为空。" },
  noUnit: {
    en: '"{name}" has no unit, neither here nor in its activity.',
    zh: "“{name}”没有单位，此处和其活动中均未给出。",
  },
  unit: {
    en: '"{name}" is in {unit} here, which does not fit its unit {expected}.',
    zh: "“{name}”在此处的单位为 {unit}，与其单位 {expected} 不相容。",
  },
  ambiguous: {
    en: '"{name}" can be any of {count} activities of this database. Add the columns reference product and location.',
    zh: "“{name}”可能是本数据库中的 {count} 个活动之一。请补充 reference product 与 location 列。",
  },
  parameter: {
    en: 'the parameter "{name}" has neither an amount nor a formula that can be read.',
    zh: "参数“{name}”既没有数值，也没有可读取的公式。",
  },
  noUnits: {
    en: "{count} activities state no unit; that of the first exchange with them was taken, or pieces: {names}",
    zh: "有 {count} 个活动未注明单位，采用与其首个交换的单位，无则以件计：{names}",
  },
  groups: {
    en: "{count} groups of parameters that activities share have names that are used elsewhere, too; each activity keeps its own parameters, and formulas that name others were not read: {names}",
    zh: "有 {count} 个由多个活动共用的参数组含有别处也用的名称；各活动只保留自己的参数，引用其他参数的公式未读入：{names}",
  },
  external: {
    en: "{count} exchanges are with activities of other databases; they have no provider here until a background is linked: {names}",
    zh: "有 {count} 个交换的对象在其他数据库中；在链接背景数据之前没有供应者：{names}",
  },
  unlinked: {
    en: "{count} exchanges name activities that the database does not have; they have no provider: {names}",
    zh: "有 {count} 个交换所指的活动在数据库中不存在，没有供应者：{names}",
  },
  laws: {
    en: "{count} stated uncertainties have a code or numbers that are not taken over: {names}",
    zh: "有 {count} 个不确定度的代码或数值无法读入：{names}",
  },
  formulas: {
    en: "{count} formulas could not be taken over; their amounts are the numbers beside them: {names}",
    zh: "有 {count} 个公式无法读入，采用其旁的数值：{names}",
  },
});

/** Workbooks in the layout of Brightway's ExcelImporter (bw2io), and files of its CSVImporter, which are one such sheet each. */
export const brightwayExcel: InventoryFormat = {
  id: "brightway",
  title: { en: "Brightway workbook (Excel or CSV)", zh: "Brightway 工作簿（Excel 或 CSV）" },
  async recognises(source) {
    for (const path of csvOf(source)) if (await isSheet(source, path)) return true;
    for (const path of workbooksOf(source))
      for (const sheet of await sheetsOf(source, path))
        if (/^\s*(?:database|activity|project parameters)\b/im.test(await openingOf(source, `${path}#${sheet}`)))
          return true;
    return false;
  },
  async read(source, work) {
    return new Reader(await blocksOf(source, work), source).read(work);
  },
};

function workbooksOf(source: SourceFiles): string[] {
  return source.paths.filter((path) => /\.xls[xb]?$/i.test(path));
}

function csvOf(source: SourceFiles): string[] {
  return source.paths.filter((path) => /\.csv$/i.test(path));
}

/** Characters in which a file of CSV must have its database and an activity: parameters may come before. */
const OPENING = 65_536;

async function isSheet(source: SourceFiles, path: string): Promise<boolean> {
  const opening = await openingOf(source, path, OPENING);
  return /^\ufeff?"?database"?,/im.test(opening) && /^"?activity"?,/im.test(opening);
}

async function sheetsOf(source: SourceFiles, path: string): Promise<readonly string[]> {
  return (await source.sheets?.(path)) ?? [];
}

async function blocksOf(source: SourceFiles, work: Work): Promise<SheetBlocks> {
  const all: SheetBlocks[] = [];
  for (const path of csvOf(source))
    if (await isSheet(source, path)) all.push(await sheetBlocks(path, source.open(path), ","));
  for (const path of workbooksOf(source))
    for (const sheet of await sheetsOf(source, path)) {
      await work.pause();
      work.progress(0, texts.reading());
      const place = `${path}#${sheet}`;
      all.push(await sheetBlocks(place, source.open(place)));
    }
  return {
    databases: all.flatMap(({ databases }) => databases),
    parameters: all.flatMap(({ parameters }) => parameters),
    activities: all.flatMap(({ activities }) => activities),
  };
}

/** A product that an activity of the database makes. */
interface Made {
  readonly activity: Declared;
  /** The row that declares it; absent if the activity has none, which means one unit. */
  readonly row: SheetRow | undefined;
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

interface Declared {
  readonly sheet: SheetActivity;
  readonly id: string;
  readonly location: string | null;
}

/** Activities read between two pauses. */
const BLOCK = 50;

class Reader {
  private readonly blocks: SheetBlocks;
  private readonly database: string;
  private readonly notes = new ImportNotes();
  private readonly builder = new GraphBuilder();
  private readonly made = new Map<string, Made[]>();
  private readonly ownProducts = new Map<Declared, Made[]>();
  private readonly units = new Map<string, string>();
  /** Units of activities of the type "product", which are no activities but what processes make, by name; empty if not stated. */
  private readonly nodes = new Map<string, string>();
  private readonly groups = new Map<string, ParameterScope<DistributionSpec | undefined>>();

  constructor(blocks: SheetBlocks, source: SourceFiles) {
    const [first, second] = blocks.databases;
    if (!first) throw new ImportError(workbooksOf(source)[0] ?? source.paths[0] ?? "", undefined, texts.noDatabase());
    if (second) throw new ImportError(second.sheet, second.row, texts.twoDatabases({ name: second.name }));
    this.blocks = blocks;
    this.database = first.name;
  }

  async read(work: Work): Promise<ImportedInventory> {
    const scope = this.scopeOf(this.blocks.parameters);
    addParameters(this.builder, scope.parameters, undefined);
    this.addGroups(scope);
    const declared = this.declare();
    for (const [at, activity] of declared.entries()) {
      if (at % BLOCK === 0) {
        await work.pause();
        work.progress(at / declared.length, texts.reading());
      }
      this.addActivity(activity, scope);
    }
    return { graph: this.builder.graph(), title: this.database, notes: this.notes.list() };
  }

  /**
   * Activities of one group of parameters see each other's. Such parameters become those of the whole inventory, unless two groups
   * have one name in common: they then stay with their activity.
   */
  private addGroups(globals: ParameterScope): void {
    const byGroup = new Map<string, SheetActivity[]>();
    for (const activity of this.blocks.activities)
      if (activity.group !== undefined) byGroup.set(activity.group, [...(byGroup.get(activity.group) ?? []), activity]);
    const used = new Map<string, number>();
    const rowsOf = (activities: readonly SheetActivity[]) =>
      activities.flatMap(({ sheet, parameters }) => parameters.map((row) => ({ ...row, sheet })));
    const namesOf = (activities: readonly SheetActivity[]) => rowsOf(activities).map(({ cells }) => cells.get("name"));
    for (const row of this.blocks.parameters) {
      const name = row.cells.get("name");
      if (name !== undefined) used.set(name, 1);
    }
    for (const activities of byGroup.values())
      for (const name of namesOf(activities)) if (name !== undefined) used.set(name, (used.get(name) ?? 0) + 1);
    for (const [group, activities] of byGroup) {
      if (activities.length < 2) continue;
      if (namesOf(activities).some((name) => (used.get(name ?? "") ?? 0) > 1)) {
        this.notes.add(texts.groups, group);
        continue;
      }
      const scope = this.scopeOf(rowsOf(activities), globals);
      addParameters(this.builder, scope.parameters, undefined);
      this.groups.set(group, scope);
    }
  }

  private declare(): Declared[] {
    const ids = new Set<string>();
    const isNode = ({ fields }: SheetActivity) => fields.get("type")?.toLowerCase() === "product";
    for (const sheet of this.blocks.activities)
      if (isNode(sheet)) this.nodes.set(sheet.name, unitHere(sheet.fields.get("unit") ?? ""));
    return this.blocks.activities
      .filter((sheet) => !isNode(sheet))
      .map((sheet) => {
        const { name, fields } = sheet;
        const [product = "", location = "", unit = ""] = [column.product, "location", "unit"].map((f) => fields.get(f));
        const id = fields.get("code") ?? keyOf(name, product, location, unit);
        if (ids.has(id)) throw new ImportError(sheet.sheet, sheet.row, texts.twice({ activity: name }));
        ids.add(id);
        const activity: Declared = { sheet, id, location: location || null };
        const rows = sheet.exchanges.filter(({ cells }) => cells.get("type")?.toLowerCase() === "production");
        const products =
          rows.length > 1
            ? rows.map((row) => this.madeBy(activity, row, true))
            : [this.madeBy(activity, rows[0], false)];
        for (const made of products) {
          if (this.builder.hasProduct(made.id))
            throw new ImportError(sheet.sheet, made.row?.row ?? sheet.row, texts.twice({ activity: made.name }));
          const isWaste = made.row !== undefined && (this.number(sheet.sheet, made.row, "amount") ?? 1) < 0;
          this.builder.addProduct({ id: made.id, name: made.name, unit: made.unit, waste: isWaste });
          this.made.set(name, [...(this.made.get(name) ?? []), made]);
          if (this.nodes.has(made.name) && made.name !== name)
            this.made.set(made.name, [...(this.made.get(made.name) ?? []), made]);
        }
        this.ownProducts.set(activity, products);
        return activity;
      });
  }

  private madeBy(activity: Declared, row: SheetRow | undefined, isOneOfSeveral: boolean): Made {
    const { name, fields } = activity.sheet;
    const ofRow = row?.cells.get(column.product) ?? row?.cells.get("product");
    const ofActivity = isOneOfSeveral ? undefined : fields.get(column.product);
    const product = ofRow ?? ofActivity ?? row?.cells.get("name") ?? name;
    const stated = row?.cells.get("unit") ?? (this.nodes.get(product) || fields.get("unit"));
    if (stated === undefined) this.notes.add(texts.noUnits, name);
    const unit = stated ?? this.unitTaken(name, product);
    const id = isOneOfSeveral ? keyOf(activity.id, product) : activity.id;
    return { activity, row, id, name: product, unit: unitHere(unit) };
  }

  /** The unit in which the first exchange that states one takes from an activity; if there is none, pieces. */
  private unitTaken(...names: readonly string[]): string {
    for (const { exchanges } of this.blocks.activities)
      for (const { cells } of exchanges) {
        const unit = cells.get("unit");
        if (
          unit !== undefined &&
          cells.get("type")?.toLowerCase() !== "biosphere" &&
          names.includes(cells.get("name") ?? "")
        )
          return unit;
      }
    return "unit";
  }

  private addActivity(activity: Declared, globals: ParameterScope): void {
    const { sheet, name, fields, parameters, group, exchanges } = activity.sheet;
    const ofGroup = group === undefined ? undefined : this.groups.get(group);
    const own = ofGroup ? [] : parameters.map((row) => ({ ...row, sheet }));
    const scope = this.scopeOf(own, ofGroup ?? globals);
    const products = this.ownProducts.get(activity)!;
    const marked = products.find((made) => made.name === fields.get(column.product)) ?? products[0]!;
    const given: GivenExchange[] = [];
    if (!products[0]!.row) given.push({ type: "production", flow: products[0]!.id, amount: 1, reference: true });
    for (const row of exchanges) {
      const made = products.find((product) => product.row === row);
      const read = this.exchange(activity, row, made, scope);
      given.push(made !== undefined && made === marked ? { ...read, reference: true } : read);
    }
    const index = this.builder.addActivity(
      {
        id: activity.id,
        name,
        location: activity.location,
        years: null,
        category: fields.get("categories")?.replaceAll("::", "/") ?? null,
        stage: null,
        comment: fields.get("comment") ?? null,
      },
      given,
    );
    addParameters(this.builder, scope.parameters, index);
  }

  private exchange(
    { sheet: { sheet } }: Declared,
    row: SheetRow,
    own: Made | undefined,
    scope: ParameterScope,
  ): GivenExchange {
    const { cells } = row;
    const name = cells.get("name") ?? own?.name;
    if (name === undefined) throw new ImportError(sheet, row.row, texts.noName({ column: "name" }));
    const type = cells.get("type")?.toLowerCase() ?? "";
    if (!(exchangeTypes as readonly string[]).includes(type))
      throw new ImportError(sheet, row.row, texts.type({ name, type }));
    const stated = this.number(sheet, row, "amount");
    const written = cells.get("formula");
    const computed = written === undefined ? undefined : scope.compute(written);
    const label = `${sheet}, ${row.row}: ${name}`;
    if (written !== undefined && !computed) this.notes.add(texts.formulas, label);
    const amount = computed?.value ?? stated;
    if (amount === undefined) throw new ImportError(sheet, row.row, texts.noAmount({ name }));
    const {
      flow,
      unit: expected,
      provider,
    } = own
      ? { flow: own.id, unit: own.unit, provider: undefined }
      : type === "biosphere"
        ? this.elementary(sheet, row, name)
        : this.taken(sheet, row, name, type === "production");
    const unit = unitHere(cells.get("unit") ?? expected);
    const factor = unitRatio(unit, expected);
    if (factor === undefined) throw new ImportError(sheet, row.row, texts.unit({ name, unit, expected }));
    const law = this.law(sheet, row, amount, label);
    const comment = cells.get("comment");
    return {
      type: type as ExchangeType,
      flow,
      amount: amount * factor,
      ...(provider !== undefined && { provider }),
      ...(computed && { formula: scaledFormula(computed.formula, factor) }),
      ...(law && { law: law === "undefined" ? law : ofUnit(law, factor) }),
      ...(comment !== undefined && { comment }),
    };
  }

  private elementary(sheet: string, { row, cells }: SheetRow, name: string) {
    const categories = cells.get("categories") ?? "";
    const id = keyOf(name, categories);
    const known = this.units.get(id);
    if (known !== undefined) return { flow: id, unit: known, provider: undefined };
    const unit = cells.get("unit");
    if (unit === undefined) throw new ImportError(sheet, row, texts.noUnit({ name }));
    this.units.set(id, unitHere(unit));
    this.builder.addFlow({
      id,
      name,
      compartment: compartmentHere(categories),
      unit: unitHere(unit),
      cas: cells.get(column.cas) ?? null,
    });
    return { flow: id, unit: unitHere(unit), provider: undefined };
  }

  /** The product that is taken: of this database, or one of another, without provider. */
  private taken(sheet: string, { row, cells }: SheetRow, name: string, isMade: boolean) {
    const database = cells.get("database");
    const product = cells.get(column.product) ?? cells.get("product");
    const location = cells.get("location");
    const unit = cells.get("unit") ?? (this.nodes.get(name) || undefined);
    if (database === undefined || database === this.database) {
      let found = this.made.get(name) ?? [];
      if (product !== undefined) found = found.filter((made) => made.name === product);
      if (location !== undefined) found = found.filter(({ activity }) => activity.location === location);
      if (found.length > 1 && unit !== undefined) found = found.filter((made) => made.unit === unitHere(unit));
      if (found.length > 1) throw new ImportError(sheet, row, texts.ambiguous({ name, count: found.length }));
      const one = found[0];
      if (one) return { flow: one.id, unit: one.unit, provider: isMade ? undefined : one.activity.id };
      this.notes.add(texts.unlinked, name);
    } else this.notes.add(texts.external, database);
    if (unit === undefined) throw new ImportError(sheet, row, texts.noUnit({ name }));
    const id = keyOf(database ?? "", name, product ?? "", location ?? "", unit);
    if (!this.builder.hasProduct(id))
      this.builder.addProduct({ id, name: product ?? name, unit: unitHere(unit), waste: false });
    return { flow: id, unit: unitHere(unit), provider: undefined };
  }

  private law(sheet: string, row: SheetRow, amount: number, label: string) {
    const type = this.number(sheet, row, column.uncertainty);
    if (type === undefined) return undefined;
    const [loc, scale, minimum, maximum] = ["loc", "scale", "minimum", "maximum"].map((c) =>
      this.number(sheet, row, c),
    );
    const law = brightwayLaw({ type, loc, scale, minimum, maximum }, amount);
    if (law !== null) return law;
    this.notes.add(texts.laws, label);
    return undefined;
  }

  private scopeOf(rows: readonly (SheetRow & { readonly sheet: string })[], outer?: ParameterScope) {
    const given = rows.map((row): GivenParameter<DistributionSpec | undefined> & { row: number; sheet: string } => {
      const name = row.cells.get("name");
      if (name === undefined) throw new ImportError(row.sheet, row.row, texts.noName({ column: "name" }));
      const value = this.number(row.sheet, row, "amount");
      const law = value === undefined ? undefined : this.law(row.sheet, row, value, name);
      return {
        name,
        value,
        formula: row.cells.get("formula"),
        extra: law === "undefined" ? undefined : law,
        row: row.row,
        sheet: row.sheet,
      };
    });
    const scope = new ParameterScope<DistributionSpec | undefined>(pythonFormulas, given, outer);
    for (const name of scope.fixed) this.notes.add(texts.formulas, name);
    const unread = given.find(({ name, value, formula }) =>
      formula === undefined ? value === undefined : scope.missing.includes(name),
    );
    if (unread) throw new ImportError(unread.sheet, unread.row, texts.parameter({ name: unread.name }));
    return scope;
  }

  private number(sheet: string, { row, cells }: SheetRow, column: string): number | undefined {
    const text = cells.get(column);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    if (/^nan$/i.test(text) && column !== "amount") return undefined;
    throw new ImportError(sheet, row, texts.number({ column, text: text.slice(0, 40) }));
  }
}

/** A law in another unit: all its numbers but the ratio of a lognormal one. */
function ofUnit(law: DistributionSpec, factor: number): DistributionSpec {
  if (factor === 1) return law;
  const scaled = Object.entries(law).map(([key, value]) => {
    if (key === "of") return [key, ofUnit(value as DistributionSpec, factor)];
    return [key, typeof value === "number" && key !== "geometricSd" ? value * factor : value];
  });
  return Object.fromEntries(scaled) as DistributionSpec;
}
