import type { CallToolResult } from "@modelcontextprotocol/server";
import { z } from "zod";
import { runnableKinds } from "../../kernel/cell/kinds.ts";
import type { Cell } from "../../kernel/document/index.ts";
import { messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { checkedTool, type McpTool, nothing } from "./mcp-tool.ts";
import { type ChangedNotebook, type NotebookWorkspace, StaleBase } from "./notebook-workspace.ts";
import { dataResult, notebookResult, refusedResult, sentenceResult } from "./tool-result.ts";

const texts = messages("mcp", {
  proposed: {
    en: "The notebook `{name}` is open in the workbench: the change waits there until the person accepts it, and the file is as before. Base a further change on `{version}`.",
    zh: "笔记本 `{name}` 已在工作台中打开：改动正等待用户在那里接受，文件未变。后续改动请以 `{version}` 为依据。",
  },
});

/** The most characters of a cell's source that reading a whole notebook gives. */
const MOST_SOURCE = 8_000;

/** How long a run may take, in seconds, and how long it may be allowed to. */
const SECONDS = 60;
const MOST_SECONDS = 600;

const notebook = z.string().min(1).max(120).describe("The name of the notebook, as notebook_list gives it");
const base = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("The version that the change is based on, as the last reading or change gave it");
const cell = z.int().positive().describe("The id of the cell, which stays the same when other cells come or go");
const source = z.string().max(1_000_000).describe("Its source");
const kind = z.enum(runnableKinds().map(({ name }) => name) as [string, ...string[]]);

const reading = { readOnlyHint: true, openWorldHint: false };
const changing = { readOnlyHint: false, openWorldHint: false };

/** Tools that read and check the notebooks of a folder, and unless `readOnly` change and run them. */
export function notebookTools(workspace: NotebookWorkspace, readOnly: boolean): readonly McpTool[] {
  const readers = [
    checkedTool({
      name: "notebook.list",
      title: "Notebooks of the folder",
      description: "Lists the notebooks of the folder with their versions.",
      input: nothing,
      annotations: reading,
      run: async () => {
        const list = await workspace.list();
        return notebookResult({ notebooks: list.map(({ name, version, modified }) => ({ name, version, modified })) });
      },
    }),
    checkedTool({
      name: "notebook.read",
      title: "Read a notebook",
      description:
        "Gives the cells of a notebook with their ids, and its version, on which a change is based; `waiting` is the version of changes that a person has not accepted yet, and `gave` what its cells gave on a copy, once the person has run it and lets you see it. Long sources are cut unless their cells are asked for.",
      input: z.object({
        notebook,
        cells: z.array(cell).max(200).optional().describe("Only these cells, with their whole sources"),
      }),
      annotations: reading,
      run: async ({ notebook: name, cells: wanted }) => {
        const { stored, document } = await workspace.read(name);
        const waiting = await workspace.waiting(name);
        const shown = document.cells.filter(({ id }) => wanted === undefined || wanted.includes(id));
        return notebookResult({
          notebook: name,
          version: stored.version,
          // A change that a person has not taken in yet is no part of what the cells say.
          ...(waiting === null ? {} : { waiting: waiting.version }),
          ...(waiting?.cells ? { gave: waiting.cells } : {}),
          title: document.title,
          cells: shown.map((each) => cellData(each, wanted === undefined)),
        });
      },
    }),
    checkedTool({
      name: "notebook.errors",
      title: "Errors of a notebook",
      description:
        "Says what is wrong in a notebook, by cell: what a check finds without running it, and the errors of the last notebook_run if the notebook has not changed since.",
      input: z.object({ notebook }),
      annotations: reading,
      run: async ({ notebook: name }, { signal }) => {
        const { version, findings, run } = await workspace.errors(name, signal);
        return notebookResult({
          notebook: name,
          version,
          findings: findings.map(({ rule, severity, message, cell: id, cellLine }) => ({
            rule,
            severity,
            sentence: writeMessage(message),
            ...(id === undefined ? {} : { cell: id }),
            ...(cellLine === undefined ? {} : { line: cellLine }),
          })),
          ran: run !== null,
          errors: run?.cells.flatMap(({ cell: id, error }) => (error ? [{ cell: id, ...error }] : [])) ?? [],
        });
      },
    }),
  ];
  if (readOnly) return readers;
  return [
    ...readers,
    checkedTool({
      name: "notebook.insert",
      title: "Insert a cell",
      description: "Inserts a cell after another, or at the beginning. It does not run.",
      input: z.object({
        notebook,
        base,
        after: cell.nullable().describe("The id of the cell before it; null for the beginning"),
        kind: kind.default("js"),
        source,
      }),
      annotations: { ...changing, destructiveHint: false },
      run: ({ notebook: name, base: version, after, kind: named, source: text }) =>
        changed(name, async () => {
          const operation = { type: "insert", after, cell: { kind: named, source: text } } as const;
          const result = await workspace.change(name, version, operation);
          const { cells } = result.document;
          return { result, cell: cells[after === null ? 0 : cells.findIndex(({ id }) => id === after) + 1]!.id };
        }),
    }),
    checkedTool({
      name: "notebook.edit",
      title: "Edit a cell",
      description: "Replaces the source of a cell. It does not run.",
      input: z.object({ notebook, base, cell, source }),
      annotations: { ...changing, destructiveHint: true },
      run: ({ notebook: name, base: version, cell: id, source: text }) =>
        changed(name, async () => {
          const result = await workspace.change(name, version, { type: "source", cell: id, source: text });
          return { result, cell: id };
        }),
    }),
    checkedTool({
      name: "notebook.remove",
      title: "Remove a cell",
      description: "Removes a cell from a notebook.",
      input: z.object({ notebook, base, cell }),
      annotations: { ...changing, destructiveHint: true },
      run: ({ notebook: name, base: version, cell: id }) =>
        changed(name, async () => {
          const result = await workspace.change(name, version, { type: "delete", cell: id });
          return { result, cell: id };
        }),
    }),
    checkedTool({
      name: "notebook.run",
      title: "Run a notebook",
      description:
        "Runs all cells of a notebook on this machine, with the rights of the person who started this server, and gives values and errors by cell. The first call asks the person, in the workbench. The file does not change.",
      input: z.object({
        notebook,
        seconds: z.number().positive().max(MOST_SECONDS).default(SECONDS).describe("How long it may take"),
      }),
      annotations: { ...changing, destructiveHint: false, openWorldHint: true },
      run: async ({ notebook: name, seconds }, { signal }) => {
        const { version, failed, cells } = await workspace.run(name, 1000 * seconds, signal);
        return notebookResult({ notebook: name, version, failed, cells });
      },
    }),
  ];
}

/** The outcome of a change: the version that it made, or the one on which a new attempt is to be based. */
async function changed(
  name: string,
  change: () => Promise<{ readonly result: ChangedNotebook; readonly cell: number }>,
): Promise<CallToolResult> {
  try {
    const { result, cell: id } = await change();
    const { version, isProposed } = result;
    const data = { notebook: name, version, cell: id, proposed: isProposed };
    return isProposed ? sentenceResult(writeMessage(texts.proposed({ name, version })), data) : dataResult(data);
  } catch (error) {
    if (!(error instanceof StaleBase)) throw error;
    return refusedResult(error.message, { refused: "stale base", notebook: name, current: error.current });
  }
}

function cellData({ id, kind: named, source: text, attributes }: Cell, cut: boolean) {
  const isCut = cut && text.length > MOST_SOURCE;
  return {
    id,
    kind: named,
    source: isCut ? text.slice(0, MOST_SOURCE) : text,
    ...(isCut ? { characters: text.length } : {}),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
}
