import { z } from "zod";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { messageOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { makeAccount, searchCandidates } from "../account.ts";
import { accountKinds, accountShape, candidateShape } from "../account-shapes.ts";
import { accountInput, requestOf } from "./account-input.ts";
import { accountDatasets } from "./compute.ts";

const texts = messages("account", {
  noLine: {
    en: "search.line: there is no line {line}; there are {count}, counted from 0.",
    zh: "search.line：没有第 {line} 行；共有 {count} 行，从 0 起计。",
  },
});

export const accountMatch = defineTool({
  name: "account.match",
  title: { en: "What the lines of a file stand for", zh: "文件的用量行对应的活动" },
  summary: {
    en: "Each line beside the activity that it was taken for, with its factor, how sure the match is, and the next candidates. With `search`, more candidates for one line by words.",
    zh: "每一行与其对应的活动并列，附因子、匹配把握和其他候选项。给出 `search` 时，按词语为某一行查找更多候选项。",
  },
  input: accountInput.extend({
    search: z
      .object({ line: z.int().min(0).describe("Its place in `lines`, from 0"), text: z.string().max(300) })
      .optional(),
  }),
  output: z.object({
    kind: z.enum(accountKinds),
    year: z.int(),
    region: z.string().nullable(),
    lines: accountShape.shape.lines,
    asks: accountShape.shape.asks,
    lacks: z.array(messageOut).describe("What the main figure of such an account lacks or rests on"),
    found: z.array(candidateShape).describe("Of `search`; empty without one"),
  }),
  datasets: accountDatasets,
  assumptions: [
    "A match that several activities would fit is asked about, and stands until it is answered only if it is the usual one.",
  ],
  references: ["GHG Protocol, A Corporate Accounting and Reporting Standard, revised edition (2004)"],
  async run(input, { progress }, read) {
    const request = requestOf(input);
    const { kind, year, region, lines, asks, totals } = await makeAccount(request, input.kind, read, progress);
    const lacks = totals[0]?.lacks ?? [];
    const { search } = input;
    if (!search) return { kind, year, region, lines, asks, lacks, found: [] };
    const line = request.lines[search.line];
    if (!line) throw new Fault(texts.noLine({ line: search.line, count: input.lines.length }), { field: "search" });
    const found = await searchCandidates(request, kind, line, search.text, read);
    return { kind, year, region, lines, asks, lacks, found: [...found] };
  },
});
