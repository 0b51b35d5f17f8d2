import { extname } from "node:path";
import { makeAccount } from "../../lib/account/account.ts";
import { ACCOUNT_METRIC } from "../../lib/account/account-metric.ts";
import type { Account, AccountKind } from "../../lib/account/account-shapes.ts";
import { compareAccounts } from "../../lib/account/comparison/compare-accounts.ts";
import type { AccountComparison } from "../../lib/account/comparison/comparison-shapes.ts";
import type { Mapping } from "../../lib/account/mapping-shape.ts";
import { Places } from "../../lib/account/matching/places.ts";
import { accountReport } from "../../lib/account/report/account-report.ts";
import { askedFields } from "../../lib/account/report/asked-fields.ts";
import type { ReportStandard } from "../../lib/account/report/report.ts";
import { reportPage } from "../../lib/account/report/report-page.ts";
import { reportWorkbook } from "../../lib/account/report/report-workbook.ts";
import { Fault } from "../../lib/message/fault.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { accountDocument, accountText } from "../account/account-output.ts";
import { type GivenLines, givenLines } from "../account/given-lines.ts";
import { mappingBeside, readMapping, refuseExisting, writeDraft } from "../account/mapping-file.ts";
import { NotedDatasets } from "../account/read-datasets.ts";
import type { account as declaration } from "../declarations/account.ts";
import type { Call, Program } from "../declarations/declaration.ts";
import { Misuse, WrongInput } from "../input/misuse.ts";
import { writeJson } from "../json/write-json.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { paintFor } from "../terminal/colour.ts";

type Options = Call<typeof declaration>["options"];

/** `yuheng account`: files as an account, and its report. */
export const account: Program<typeof declaration> = async ({ operands, options }) => {
  const { out, language: tag, before } = options;
  const language = { tag };
  const stated = statementsOf(options);
  for (const file of out) formatOf(file);
  const draft = options["draft-mapping"];
  if (draft !== undefined) await refuseExisting(draft);
  const found =
    options.mapping === undefined
      ? await mappingBeside(operands)
      : { ...(await readMapping(options.mapping)), notes: [] };
  const { mapping } = found;
  const datasets = new NotedDatasets();
  const given = await givenLines(operands, options.sheet, asked(options.year, mapping));
  const problems = [...found.problems, ...given.problems];
  const said = { ...given, notes: [...found.notes, ...given.notes] };
  const made = await accountOf(said, { ...options, mapping, datasets, language: tag });
  let comparison: AccountComparison | undefined;
  if (before.length > 0) {
    const earlier = await givenLines(before, [], asked(options["before-year"], mapping));
    problems.push(...earlier.problems);
    const asWell = { ...options, kind: made.kind, year: options["before-year"], mapping, datasets, language: tag };
    comparison = compared(await accountOf(earlier, asWell), made, tag);
  }
  if (out.length > 0) {
    const standard = options.standard as ReportStandard | undefined;
    const report = accountReport(made, language, {
      statements: new Map([...Object.entries(mapping.statements ?? {}), ...stated]),
      datasets: await datasets.list(tag),
      ...(standard ? { standard: fitting(standard, made.kind) } : {}),
      ...(comparison ? { comparison } : {}),
    });
    for (const file of out)
      await writeWhole(file, formatOf(file) === ".xlsx" ? reportWorkbook(report) : reportPage(report));
  }
  if (draft !== undefined) await writeDraft(draft, made, mapping);
  const outcome = { account: made, comparison, out: draft === undefined ? out : [...out, draft], problems };
  if (options.json) writeJson("account", accountDocument(outcome, language));
  else process.stdout.write(accountText(outcome, language, paintFor(process.stdout)));
  for (const problem of problems) process.stderr.write(`${writeMessage(problem, language)}\n`);
  return problems.length > 0 ? 2 : 0;
};

function asked(year: number | undefined, { answers = {} }: Mapping) {
  return { ...(year === undefined ? {} : { year }), answers };
}

interface Making extends Pick<Options, "kind" | "year" | "region"> {
  readonly mapping: Mapping;
  readonly datasets: NotedDatasets;
  readonly language: string;
}

/** Throws WrongInput where there is no line. */
async function accountOf(given: GivenLines, making: Making): Promise<Account> {
  const { lines, leftOut, asks, notes, problems } = given;
  const { mapping, datasets, language } = making;
  if (lines.length === 0)
    throw new WrongInput(problems.map((said) => writeMessage(said, { tag: language })).join("\n"));
  const region = await regionOf(making.region, datasets.read);
  const input = { lines, leftOut, asks, year: making.year, region, mapping, metric: ACCOUNT_METRIC };
  try {
    const made = await makeAccount(input, making.kind as AccountKind | undefined, datasets.read);
    return notes.length > 0 ? { ...made, notes: [...notes, ...made.notes] } : made;
  } catch (error) {
    if (error instanceof Fault) throw new WrongInput(writeMessage(error.said, { tag: language }));
    throw error;
  }
}

/** A region by its code or its name in the languages of the data: `DEU`, `DE`, `Germany`, `德国`, `CN-GD`, `广东省`. */
async function regionOf(region: string | undefined, read: NotedDatasets["read"]): Promise<string | null> {
  if (region === undefined) return null;
  const places = await Places.read(read);
  const code = places.code(region) ?? places.code(region.toUpperCase());
  if (code !== null) return code;
  throw new Misuse(
    `“${region}” is no region: --region takes a country's or province's name, or its code of ISO 3166, such as Germany, DEU or CN-GD.`,
  );
}

function compared(earlier: Account, later: Account, tag: string): AccountComparison {
  try {
    return compareAccounts(earlier, later);
  } catch (error) {
    if (error instanceof Fault) throw new WrongInput(writeMessage(error.said, { tag }));
    throw error;
  }
}

function formatOf(file: string): ".xlsx" | ".html" {
  const ending = extname(file).toLowerCase();
  if (ending === ".xlsx" || ending === ".html") return ending;
  throw new Misuse(`A report is a workbook (.xlsx) or a page (.html); “${file}” ends otherwise.`);
}

function fitting(standard: ReportStandard, kind: AccountKind): ReportStandard {
  if (askedFields[standard].kinds.includes(kind)) return standard;
  const fits = Object.entries(askedFields).flatMap(([name, { kinds }]) => (kinds.includes(kind) ? [name] : []));
  throw new Misuse(`The account is of the kind ${kind}, and --standard ${standard} is not. Give ${fits.join(" or ")}.`);
}

/** What a person states of the fields. Throws Misuse for a field that no standard asks for. */
function statementsOf({ state }: Options): Map<string, string> {
  const known = new Set<string>(Object.values(askedFields).flatMap(({ fields }) => fields));
  return new Map(
    state.map((given) => {
      const at = given.indexOf("=");
      const field = given.slice(0, at);
      if (at > 0 && known.has(field)) return [field, given.slice(at + 1)] as const;
      throw new Misuse(`“${given}” states no field: write FIELD=TEXT, with one of ${[...known].join(", ")}.`);
    }),
  );
}
