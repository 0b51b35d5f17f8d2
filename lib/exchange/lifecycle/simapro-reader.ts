import type { ExchangeType } from "../../lifecycle/graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { ImportError } from "../mrio/import-error.ts";
import { fileName, type SourceFiles } from "../mrio/source-files.ts";
import { addParameters } from "./add-parameters.ts";
import { lawOfSize, scaledLaw } from "./amount-law.ts";
import { type FormulaDialect, scaledFormula, simaproFormulas } from "./formula-text.ts";
import { impactMethodsOf } from "./impact-methods.ts";
import { ImportNotes } from "./import-notes.ts";
import { type ImportedInventory, type InventoryFormat, openingOf } from "./inventory-format.ts";
import { keyOf } from "./name-key.ts";
import { type GivenParameter, ParameterScope } from "./parameter-scope.ts";
import { type SimaproFile, type SimaproProcess, type SimaproRow, simaproBlocks } from "./simapro-blocks.ts";
import { type SubstanceReader, simaproMethod } from "./simapro-methods.ts";
import { blockNames, fillingNames, flowSections, sectionNames } from "./simapro-sections.ts";
import { simaproStage } from "./simapro-stage.ts";
import { type SimaproUncertainty, simaproLaw } from "./simapro-uncertainty.ts";
import { SimaproUnits } from "./simapro-units.ts";

const said = messages("lifecycle.simapro", {
  reading: { en: "Reading processes", zh: "正在读取过程" },
  noFile: {
    en: "a CSV file of SimaPro was expected.",
    zh: "应为 SimaPro 的 CSV 文件。",
  },
  noProcesses: {
    en: "the file has no process and no impact method; {blocks:and} are not read. Export processes or methods from SimaPro.",
    zh: "文件中没有过程，也没有影响评价方法；不读取{blocks:and}。请从 SimaPro 导出过程或方法。",
  },
  nothing: { en: "other blocks", zh: "其他块" },
  number: {
    en: '"{text}" is neither a number with the decimal separator "{decimal}" that the header states nor a formula of known parameters.',
    zh: "“{text}”既不是以文件头所述“{decimal}”为小数分隔符的数，也不是由已知参数构成的公式。",
  },
  missingFields: {
    en: "{wanted} fields were expected in a row of {section}, but there are {found}. Does the header state the right separator?",
    zh: "{section} 的一行应有 {wanted} 个字段，实际有 {found} 个。文件头所述的分隔符是否正确？",
  },
  noName: { en: "the row has no name.", zh: "该行没有名称。" },
  noUnit: { en: '"{name}" has no unit.', zh: "“{name}”没有单位。" },
  unit: {
    en: '"{name}" is in {unit} here, which does not fit its unit {expected}.',
    zh: "“{name}”在此处的单位为 {unit}，与其单位 {expected} 不相容。",
  },
  kind: {
    en: 'the distribution "{kind}" is not known; Undefined, Lognormal, Normal, Triangle or Uniform was expected.',
    zh: "未知的分布“{kind}”；应为 Undefined、Lognormal、Normal、Triangle 或 Uniform。",
  },
  noProduct: {
    en: "the process makes no product and treats no waste. Add a row to Products or Waste treatment.",
    zh: "该过程既无产品也不处理废物。请在 Products 或 Waste treatment 中添加一行。",
  },
  twice: {
    en: "another process has the identifier {id}, too.",
    zh: "另一过程也使用标识 {id}。",
  },
  parameterTwice: {
    en: 'the parameter "{name}" is declared twice.',
    zh: "参数“{name}”声明了两次。",
  },
  shares: {
    en: "{count} processes have allocation percentages that do not sum to 100; they were left out: {names}",
    zh: "有 {count} 个过程的分配百分比之和不为 100，未读入：{names}",
  },
  laws: {
    en: "{count} stated uncertainties are not distributions (a deviation of zero, ends in the wrong order) and were left out: {names}",
    zh: "有 {count} 个不确定度不构成分布（偏差为零、上下限颠倒），未读入：{names}",
  },
  external: {
    en: "{count} inputs are made by processes that the file does not have; they have no provider here: {names}",
    zh: "有 {count} 个投入由文件中没有的过程生产，此处没有供应者：{names}",
  },
  fractions: {
    en: "{count} waste scenarios send single types of waste, or percentages that do not sum to 100, to their treatments; these were not read: {names}",
    zh: "有 {count} 个废物情景按废物类型分流，或百分比之和不为 100，其去向未读入：{names}",
  },
  percentages: {
    en: "{count} waste scenarios compute percentages by formulas; they were read as numbers: {names}",
    zh: "有 {count} 个废物情景以公式计算百分比，按数值读入：{names}",
  },
  otherFiles: {
    en: "{count} other files of SimaPro were not read; open them one by one: {names}",
    zh: "另有 {count} 个 SimaPro 文件未读入，请逐个打开：{names}",
  },
  stages: {
    en: "{count} disposal scenarios, disassemblies and reuses were not read, because they depend on what the product is made of: {names}",
    zh: "有 {count} 个处置情景、拆解与再使用取决于产品的材料组成，未读入：{names}",
  },
  ends: {
    en: "{count} life cycles end in a waste or disposal scenario, which was not read, because it depends on what the product is made of: {names}",
    zh: "有 {count} 个生命周期以废物或处置情景结束，其取决于产品的材料组成，未读入：{names}",
  },
  passed: {
    en: "{count} blocks {block} were not read.",
    zh: "有 {count} 个 {block} 块未读入。",
  },
});

/** SimaPro's CSV, in UTF-8 or in Windows-1252, which SimaPro itself writes. */
export const simaproCsv: InventoryFormat = {
  id: "simapro",
  title: { en: "SimaPro CSV", zh: "SimaPro CSV" },
  async recognises(source) {
    for (const path of textsOf(source)) if (await isSimapro(source, path)) return true;
    return false;
  },
  async read(source, work) {
    const [path, ...others] = await simaproPaths(source);
    if (path === undefined) throw new ImportError(source.paths[0] ?? "", undefined, said.noFile());
    const encoding = (await isUtf8(source, path)) ? undefined : "windows-1252";
    const blocks = await simaproBlocks(path, source.open(path, encoding), () => work.pause());
    return new Reader(blocks, others).read(work);
  },
};

function textsOf(source: SourceFiles): string[] {
  return source.paths.filter((path) => /\.(?:csv|txt)$/i.test(path));
}

async function isSimapro(source: SourceFiles, path: string): Promise<boolean> {
  return /^\W*\{(?:SimaPro|CSV Format version|processes|methods)\b/im.test(await openingOf(source, path));
}

/** The files that have SimaPro's header; without one the first text, whose header is then missed. */
async function simaproPaths(source: SourceFiles): Promise<readonly string[]> {
  const texts = textsOf(source);
  const found: string[] = [];
  for (const path of texts) if (await isSimapro(source, path)) found.push(path);
  return found.length > 0 ? found : texts.slice(0, 1);
}

/** Whether all of the file is UTF-8: what is not becomes U+FFFD. */
async function isUtf8(source: SourceFiles, path: string): Promise<boolean> {
  for await (const chunk of source.open(path, undefined, "marked")) if (chunk.includes("\ufffd")) return false;
  return true;
}

/** Processes read between two pauses. */
const BLOCK = 50;
/** Percentages are written with a few digits. */
const ROUNDING = 0.1;

const unspecified = /^(?:unspecified|unknown|mixed data)?$/i;

class Reader {
  private readonly file: SimaproFile;
  private readonly dialect: FormulaDialect;
  private readonly units: SimaproUnits;
  private readonly builder = new GraphBuilder();
  private readonly notes = new ImportNotes();
  private readonly productUnits = new Map<string, string>();
  private readonly flowUnits = new Map<string, string>();
  /** CAS number and unit of elementary flows, by section and name. */
  private readonly declared = new Map<string, { readonly unit: string; readonly cas: string | null }>();

  constructor(file: SimaproFile, others: readonly string[]) {
    this.file = file;
    for (const path of others) this.notes.add(said.otherFiles, fileName(path));
    this.dialect = simaproFormulas(file.header.decimal);
    const units = new Map<string, { quantity: string; factor: number }>();
    for (const row of file.tables.get(blockNames.units) ?? []) {
      const [name = "", quantity = ""] = row.fields;
      units.set(name, { quantity, factor: this.plain(row, row.fields[2] ?? "") });
    }
    this.units = new SimaproUnits(units);
    for (const [section, block] of flowSections)
      for (const { fields } of file.tables.get(block) ?? []) {
        const cas = (fields[2] ?? "").replace(/^0+(?=\d)/, "");
        this.declared.set(keyOf(section, fields[0] ?? ""), { unit: fields[1] ?? "", cas: cas || null });
      }
  }

  async read(work: Work): Promise<ImportedInventory> {
    const { header, methods, tables, passed, file } = this.file;
    const processes = [...this.file.processes, ...this.stages()];
    if (processes.length + methods.length === 0) {
      const blocks = passed.size > 0 ? [...passed.keys()] : [said.nothing()];
      throw new ImportError(file, undefined, said.noProcesses({ blocks }));
    }
    const rows = (block: string) => tables.get(block) ?? [];
    const database = this.scopeOf(rows(blockNames.databaseInputs), rows(blockNames.databaseCalculated));
    const project = this.scopeOf(rows(blockNames.projectInputs), rows(blockNames.projectCalculated), database);
    // A parameter of the project hides one of the database with its name.
    const hidden = new Set(project.parameters.map(({ name }) => name.toLowerCase()));
    addParameters(
      this.builder,
      database.parameters.filter(({ name }) => !hidden.has(name.toLowerCase())),
      undefined,
    );
    addParameters(this.builder, project.parameters, undefined);
    for (const process of processes) this.declareProducts(process);
    const ids = new Set<string>();
    for (const [at, process] of processes.entries()) {
      if (at % BLOCK === 0) {
        await work.pause();
        work.progress(at / processes.length, said.reading());
      }
      this.addProcess(process, project, ids);
    }
    for (const [block, count] of passed)
      if (block !== blockNames.description && block !== blockNames.literature)
        this.notes.say(said.passed({ count, block }));
    const read = methods.map(({ line, rows: of }) => simaproMethod(line, of, this.substances(), this.notes));
    const impacts = impactMethodsOf(read, this.notes);
    return {
      graph: this.builder.graph(),
      title: header.project ?? fileName(file),
      ...(impacts.length > 0 && { methods: impacts }),
      notes: this.notes.list(),
    };
  }

  private substances(): SubstanceReader {
    return {
      file: this.file.file,
      number: (row, text) => this.plain(row, text),
      ratio: (from, to) => this.units.ratio(from, to),
      declared: (section, name) => this.declared.get(keyOf(section, name)),
    };
  }

  /** The product stages that are processes here. */
  private stages(): SimaproProcess[] {
    return this.file.stages.flatMap((stage) => {
      const { name, process, hasEnd } = simaproStage(stage);
      if (!process) this.notes.add(said.stages, name);
      if (hasEnd) this.notes.add(said.ends, name);
      return process ? [process] : [];
    });
  }

  private declareProducts({ line, sections }: SimaproProcess): void {
    const made = sections.get(sectionNames.products) ?? [];
    const treated = [...(sections.get(sectionNames.treated) ?? []), ...(sections.get(sectionNames.scenario) ?? [])];
    if (made.length + treated.length === 0) throw new ImportError(this.file.file, line, said.noProduct());
    for (const row of made) this.product(row, false);
    for (const row of treated) this.product(row, true);
  }

  /** The product of a row, declared by the first that names it. */
  private product(row: SimaproRow, waste: boolean): { readonly flow: string; readonly unit: string } {
    const [name = "", unit = ""] = row.fields;
    if (name === "") throw this.error(row, said.noName());
    if (unit === "") throw this.error(row, said.noUnit({ name }));
    const flow = waste ? keyOf("waste", name) : name;
    const known = this.productUnits.get(flow);
    if (known !== undefined) return { flow, unit: known };
    this.productUnits.set(flow, unit);
    this.builder.addProduct({ id: flow, name, unit, waste });
    return { flow, unit };
  }

  private elementary(row: SimaproRow, section: string, root: string) {
    const [name = "", place = "", unit = ""] = row.fields;
    if (name === "") throw this.error(row, said.noName());
    const id = keyOf(root, place, name);
    const known = this.flowUnits.get(id);
    if (known !== undefined) return { flow: id, unit: known };
    const declared = this.declared.get(keyOf(section, name));
    const own = declared?.unit || unit;
    if (own === "") throw this.error(row, said.noUnit({ name }));
    this.flowUnits.set(id, own);
    const isUnspecified = place === "" || /^\(unspecified\)$/i.test(place);
    this.builder.addFlow({
      id,
      name,
      compartment: isUnspecified ? root : `${root}/${place}`,
      unit: own,
      cas: declared?.cas ?? null,
    });
    return { flow: id, unit: own };
  }

  private addProcess(process: SimaproProcess, globals: ParameterScope, ids: Set<string>): void {
    const { sections, line } = process;
    const rows = (section: string) => sections.get(section) ?? [];
    const textOf = (section: string) =>
      rows(section)
        .map(({ fields }) => fields[0] ?? "")
        .join("\n")
        .trim();
    const made = rows(sectionNames.products);
    const treated = [...rows(sectionNames.treated), ...rows(sectionNames.scenario)];
    const main = (made[0] ?? treated[0])!;
    const name = textOf(sectionNames.name) || main.fields[0]!;
    const id = textOf(sectionNames.identifier) || textOf(sectionNames.platform) || keyOf(name, String(line));
    if (ids.has(id)) throw new ImportError(this.file.file, line, said.twice({ id }));
    ids.add(id);
    const scope = this.scopeOf(rows(sectionNames.inputs), rows(sectionNames.calculated), globals);
    const exchanges: GivenExchange[] = [
      ...this.made(name, made, scope),
      ...treated.map((row) => this.treated(row, scope, row === main)),
    ];
    for (const row of rows(sectionNames.avoided)) exchanges.push(this.taken(row, "substitution", false, scope));
    for (const section of [sectionNames.materials, sectionNames.electricity])
      for (const row of rows(section)) exchanges.push(this.taken(row, "technosphere", false, scope));
    for (const row of rows(sectionNames.waste)) exchanges.push(this.taken(row, "technosphere", true, scope));
    for (const [section, , root] of flowSections)
      for (const row of rows(section)) {
        this.expect(row, section, 4);
        const flow = this.elementary(row, section, root);
        exchanges.push(this.exchange(row, "biosphere", { ...flow, given: row.fields[2]!, sign: 1 }, 3, scope));
      }
    exchanges.push(...this.treatments(main, rows(sectionNames.separated), rows(sectionNames.remaining), scope));
    const [first, last] = [...textOf(sectionNames.time).matchAll(/\b(\d{4})\b/g)].map(([, year]) => Number(year));
    const categories = [textOf(sectionNames.category), ...(main.fields[treated[0] === main ? 4 : 5] ?? "").split("\\")];
    const geography = textOf(sectionNames.geography);
    const index = this.builder.addActivity(
      {
        id,
        name,
        location: unspecified.test(geography) ? null : geography,
        years: first === undefined ? null : [first, last ?? first],
        category: categories.filter((part) => part !== "").join("/") || null,
        stage: null,
        comment: textOf(sectionNames.comment) || null,
      },
      exchanges,
    );
    addParameters(this.builder, scope.parameters, index);
  }

  /** The rows of Products: name, unit, amount, allocation in %, waste type, category, comment. */
  private made(process: string, rows: readonly SimaproRow[], scope: ParameterScope): GivenExchange[] {
    const shares = rows.map((row) => {
      this.expect(row, sectionNames.products, 3);
      const text = (row.fields[3] ?? "").replace(/\s*%$/, "");
      return text === "" ? 100 : this.amount(row, text, scope).value;
    });
    const sum = shares.reduce((all, share) => all + share, 0);
    const areShared = rows.length > 1 && Math.abs(sum - 100) <= ROUNDING;
    if (rows.length > 1 && !areShared) this.notes.add(said.shares, process);
    return rows.map((row, at) => {
      const read = this.exchange(
        row,
        "production",
        { ...this.product(row, false), given: row.fields[1]!, sign: 1 },
        undefined,
        scope,
      );
      return {
        ...read,
        ...(at === 0 && { reference: true }),
        ...(areShared && { properties: { share: shares[at]! / 100 } }),
        ...((row.fields[6] ?? "") !== "" && { comment: row.fields[6]! }),
      };
    });
  }

  /** A row of Waste treatment: name, unit, amount, waste type, category, comment. The waste is taken in, whatever its sign. */
  private treated(row: SimaproRow, scope: ParameterScope, reference: boolean): GivenExchange {
    this.expect(row, sectionNames.treated, 3);
    const { value } = this.amount(row, row.fields[2]!, scope);
    const sign = value < 0 ? 1 : -1;
    const product = this.product(row, true);
    const read = this.exchange(row, "production", { ...product, given: row.fields[1]!, sign }, undefined, scope);
    const comment = row.fields[5] ?? "";
    return { ...read, ...(reference && { reference }), ...(comment !== "" && { comment }) };
  }

  /**
   * Where a waste scenario sends its waste. Rows of separated waste (treatment, waste type, per cent) that hold for all types
   * are shares of the whole, those of remaining waste shares of the rest. What holds for one type depends on what the waste is
   * made of, which the file does not say.
   */
  private treatments(
    scenario: SimaproRow,
    separated: readonly SimaproRow[],
    remaining: readonly SimaproRow[],
    scope: ParameterScope,
  ): GivenExchange[] {
    if (separated.length + remaining.length === 0) return [];
    const percent = (row: SimaproRow) => {
      this.expect(row, sectionNames.separated, 3);
      return this.amount(row, row.fields[2]!.replace(/\s*%$/, ""), scope);
    };
    const sum = (parts: readonly { readonly value: number }[]) => parts.reduce((all, { value }) => all + value, 0);
    const first = separated.map(percent);
    const then = remaining.map(percent);
    const rest = 100 - sum(first);
    const isWhole = rest <= ROUNDING ? rest >= -ROUNDING : Math.abs(sum(then) - 100) <= ROUNDING;
    const isOfAll = separated.every(({ fields }) =>
      new RegExp(`^(?:${fillingNames.allWaste})?$`, "i").test(fields[1]!),
    );
    if (!isWhole || !isOfAll) {
      this.notes.add(said.fractions, scenario.fields[0]!);
      return [];
    }
    if ([...first, ...then].some(({ formula }) => formula !== undefined))
      this.notes.add(said.percentages, scenario.fields[0]!);
    const treated = Math.abs(this.amount(scenario, scenario.fields[2]!, scope).value);
    const send = (row: SimaproRow, share: number): GivenExchange => {
      const [name = ""] = row.fields;
      const isOwn = this.productUnits.has(keyOf("waste", name));
      const { flow, unit } = this.product({ line: row.line, fields: [name, scenario.fields[1]!] }, true);
      if (!isOwn) this.notes.add(said.external, name);
      const given = scenario.fields[1]!;
      const ratio = this.units.ratio(given, unit);
      if (ratio === undefined) throw this.error(row, said.unit({ name, unit: given, expected: unit }));
      const comment = row.fields[3] ?? "";
      return { type: "technosphere", flow, amount: -share * treated * ratio, ...(comment !== "" && { comment }) };
    };
    return [
      ...separated.map((row, at) => send(row, first[at]!.value / 100)),
      ...(rest > ROUNDING ? remaining.map((row, at) => send(row, ((rest / 100) * then[at]!.value) / 100)) : []),
    ];
  }

  private taken(row: SimaproRow, type: ExchangeType, waste: boolean, scope: ParameterScope): GivenExchange {
    this.expect(row, waste ? sectionNames.waste : sectionNames.materials, 3);
    const isOwn = this.productUnits.has(waste ? keyOf("waste", row.fields[0]!) : row.fields[0]!);
    const product = this.product(row, waste);
    if (!isOwn) this.notes.add(said.external, row.fields[0]!);
    return this.exchange(row, type, { ...product, given: row.fields[1]!, sign: waste ? -1 : 1 }, 3, scope);
  }

  /** `at` is the place of the four fields of the uncertainty, before which the amount stands and after which the comment. */
  private exchange(
    row: SimaproRow,
    type: ExchangeType,
    { flow, unit, given, sign }: { flow: string; unit: string; given: string; sign: 1 | -1 },
    law: 3 | undefined,
    scope: ParameterScope,
  ): GivenExchange {
    const { fields } = row;
    const name = fields[0]!;
    const ratio = this.units.ratio(given || unit, unit);
    if (ratio === undefined) throw this.error(row, said.unit({ name, unit: given, expected: unit }));
    const place = type === "biosphere" ? 3 : 2;
    const { value, formula } = this.amount(row, fields[place]!, scope);
    const stated = law === undefined ? undefined : this.law(row, place + 1, value, name);
    const size = stated && lawOfSize(scaledLaw(stated, ratio), value);
    if (stated && !size) this.notes.add(said.laws, name);
    const comment = law === undefined ? "" : (fields[place + 5] ?? "");
    return {
      type,
      flow,
      amount: sign * value * ratio,
      ...(formula !== undefined && { formula: scaledFormula(formula, sign * ratio) }),
      ...(size && { law: size }),
      ...(comment !== "" && { comment }),
    };
  }

  private law(row: SimaproRow, at: number, amount: number, name: string) {
    const kind = row.fields[at] ?? "";
    const [spread, min, max] = [1, 2, 3].map((offset) => {
      const text = row.fields[at + offset] ?? "";
      return text === "" ? 0 : this.plain(row, text);
    });
    const law = simaproLaw({ kind, spread: spread!, min: min!, max: max! } satisfies SimaproUncertainty, amount);
    if (law === null) throw this.error(row, said.kind({ kind: kind || name }));
    return law;
  }

  private scopeOf(inputs: readonly SimaproRow[], calculated: readonly SimaproRow[], outer?: ParameterScope) {
    const given: GivenParameter<DistributionSpec | undefined>[] = [];
    const rows = new Map<string, SimaproRow>();
    const declare = (row: SimaproRow): string => {
      const name = row.fields[0] ?? "";
      if (name === "") throw this.error(row, said.noName());
      if (rows.has(name.toLowerCase())) throw this.error(row, said.parameterTwice({ name }));
      rows.set(name.toLowerCase(), row);
      return name;
    };
    for (const row of inputs) {
      const name = declare(row);
      const value = this.plain(row, row.fields[1] ?? "");
      const law = this.law(row, 2, value, name);
      const size = law && lawOfSize(law, value);
      if (law && !size) this.notes.add(said.laws, name);
      given.push({ name, value, extra: size });
    }
    for (const row of calculated) given.push({ name: declare(row), value: undefined, formula: row.fields[1] ?? "" });
    const scope = new ParameterScope<DistributionSpec | undefined>(this.dialect, given, outer);
    const missing = scope.missing[0];
    if (missing !== undefined) {
      const row = rows.get(missing.toLowerCase())!;
      throw this.error(row, said.number({ text: row.fields[1] ?? "", decimal: this.file.header.decimal }));
    }
    return scope;
  }

  /** A number or a formula. */
  private amount(
    row: SimaproRow,
    text: string,
    scope: ParameterScope,
  ): { readonly value: number; readonly formula?: string } {
    const value = numberOf(text, this.file.header.decimal);
    if (value !== undefined) return { value };
    const computed = text === "" ? undefined : scope.compute(text);
    if (!computed) throw this.error(row, said.number({ text: text.slice(0, 60), decimal: this.file.header.decimal }));
    return computed;
  }

  private plain(row: SimaproRow, text: string): number {
    const value = numberOf(text, this.file.header.decimal);
    if (value === undefined)
      throw this.error(row, said.number({ text: text.slice(0, 60), decimal: this.file.header.decimal }));
    return value;
  }

  private expect(row: SimaproRow, section: string, wanted: number): void {
    const found = row.fields.length;
    if (found < wanted) throw this.error(row, said.missingFields({ section, wanted, found }));
  }

  private error({ line }: SimaproRow, reason: ConstructorParameters<typeof ImportError>[2]): ImportError {
    return new ImportError(this.file.file, line, reason);
  }
}

function numberOf(text: string, decimal: "." | ","): number | undefined {
  if (decimal === "," && text.includes(".")) return undefined;
  const point = decimal === "," ? text.replace(",", ".") : text;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(point)) return undefined;
  const value = Number(point);
  return Number.isFinite(value) ? value : undefined;
}
