import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeUpstream } from "../unit/cli/llm/fake-upstream.ts";

const root = join(import.meta.dirname, "../..");

/** The workbench as `yuheng serve --llm` gives it, with a server of models on this machine that answers as a test tells it. */
export class ModelServer {
  readonly model = "small-1b";
  readonly key = "sk-never-in-a-page-7f3a9c";
  readonly upstream = new FakeUpstream();
  /** The folder of its notebooks. */
  readonly folder = mkdtempSync(join(tmpdir(), "yuheng-model-"));
  #serving: ChildProcess | null = null;

  /** Starts it at a port that is free. Resolves to its address. */
  async start(): Promise<string> {
    const llm = await this.upstream.start();
    const words = ["serve", this.folder, "--json", "--llm", llm, "--llm-model", this.model];
    const serving = spawn(process.execPath, [join(root, "cli/yuheng.mjs"), ...words], {
      cwd: root,
      env: { ...process.env, YUHENG_LLM_KEY: this.key },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#serving = serving;
    let out = "";
    for await (const piece of serving.stdout!) {
      out += piece;
      const [, address] = /"address": *"([^"]+)"/.exec(out) ?? [];
      if (address) return address;
    }
    throw new Error(`yuheng serve ended: ${out}`);
  }

  async stop(): Promise<void> {
    const serving = this.#serving;
    if (serving && serving.exitCode === null) {
      const ended = new Promise((resolve) => serving.once("close", resolve));
      serving.kill();
      await ended;
    }
    await this.upstream.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
