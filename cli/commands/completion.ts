import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Catalogue } from "../../kernel/services/catalogue.ts";
import { tools } from "../../lib/tools.ts";
import { bashScript } from "../completion/bash.ts";
import { completable } from "../completion/completable.ts";
import { fishScript } from "../completion/fish.ts";
import { zshScript } from "../completion/zsh.ts";
import type { completion as declaration } from "../declarations/completion.ts";
import type { Program } from "../declarations/declaration.ts";
import { Misuse } from "../input/misuse.ts";
import { root } from "../installation/root.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** `yuheng completion`: prints a script for a shell. The names in it are those of this version. */
export const completion: Program<typeof declaration> = async ({ operands: [shell = ""] }) => {
  if (!Object.hasOwn(scripts, shell))
    throw new Misuse(`There is no script for “${shell}”. There are bash, zsh and fish.`);
  const path = join(root, "datasets/catalogue.json");
  const { datasets }: Catalogue = JSON.parse(await readFile(path, "utf8"));
  const names = { tools: tools.map(({ name }) => name), datasets: datasets.map(({ name }) => name) };
  process.stdout.write(scripts[shell as keyof typeof scripts](completable(names)));
  return 0;
};
