import { account } from "./account.ts";
import { add } from "./add.ts";
import { ask } from "./ask.ts";
import { build } from "./build.ts";
import { call } from "./call.ts";
import { check } from "./check.ts";
import { completion } from "./completion.ts";
import { convert } from "./convert.ts";
import { datasets, exported, listed, shown } from "./datasets.ts";
import type { CommandDeclaration, GroupDeclaration } from "./declaration.ts";
import { diff } from "./diff.ts";
import { help } from "./help.ts";
import { lesson, packed, reported, unpacked } from "./lesson.ts";
import { mcp } from "./mcp.ts";
import { newNotebook, newSite } from "./new.ts";
import { run } from "./run.ts";
import { serve } from "./serve.ts";
import { test } from "./test.ts";
import { tools } from "./tools.ts";

/**
 * Every command of `yuheng` by its words, in the order in which a person needs them. Nothing that a command runs is imported here,
 * so that help and completion are written at once.
 */
export const declarations = {
  new: newNotebook,
  "new site": newSite,
  add,
  serve,
  run,
  test,
  check,
  convert,
  diff,
  build,
  account,
  "datasets list": listed,
  "datasets show": shown,
  "datasets export": exported,
  tools,
  call,
  ask,
  mcp,
  "lesson pack": packed,
  "lesson unpack": unpacked,
  "lesson reports": reported,
  completion,
  help,
} as const satisfies Record<string, CommandDeclaration>;

/** The words of a command: `run`, `datasets show`. */
export type CommandWords = keyof typeof declarations;

/** First words of several commands. */
export const groups: Readonly<Record<string, GroupDeclaration>> = { datasets, lesson };
