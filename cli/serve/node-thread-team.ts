import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { transform } from "sucrase";
import type { ThreadTeam } from "../../lib/numeric/thread-team.ts";
import { isInstalled, root } from "../installation/root.ts";

/** A team of Node's threads. They do not keep the process alive; `end` terminates them. */
export interface NodeThreadTeam extends ThreadTeam {
  end(): Promise<void>;
}

/** Starts `size` threads for a build with shared memory and resolves when all of them listen. */
export async function nodeThreadTeam(module: WebAssembly.Module, size: number): Promise<NodeThreadTeam> {
  // The member's program is one file without imports at run time: without its types it runs in any version of Node.
  const file = isInstalled ? "build/lib/numeric/team-member.js" : "lib/numeric/team-member.ts";
  const source = await readFile(join(root, file), "utf8");
  const { code } = transform(source, { transforms: ["typescript", "imports"] });
  const program = `${code}
    const { parentPort, workerData } = require("node:worker_threads");
    const follow = exports.teamMember(workerData);
    parentPort.on("message", follow);
    parentPort.postMessage("ready");`;
  const members = Array.from({ length: size }, () => new Worker(program, { eval: true, workerData: module }));
  await Promise.all(
    members.map(
      (member) =>
        new Promise((resolve, reject) => {
          member.once("message", resolve);
          member.once("error", reject);
        }),
    ),
  );
  for (const member of members) member.unref();
  return {
    size,
    post: (member, order) => members[member]?.postMessage(order),
    end: async () => {
      await Promise.all(members.map((member) => member.terminate()));
    },
  };
}
