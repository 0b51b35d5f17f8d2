import { isIPv4 } from "node:net";
import { Misuse } from "../input/misuse.ts";
import type { Upstream } from "../serve/llm/upstream.ts";

/** The variable with the key. */
export const KEY = "YUHENG_LLM_KEY";

/** The upstream of the options `--llm` and `--llm-model`; null without them. Throws Misuse. */
export function upstreamOf(
  { llm, models }: { readonly llm: string | undefined; readonly models: readonly string[] },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Upstream | null {
  if (llm === undefined) {
    if (models.length > 0) throw new Misuse("--llm-model names a model of a server: give its address with --llm, too.");
    return null;
  }
  if (models.length === 0) throw new Misuse("--llm needs at least one --llm-model: the models that may be asked.");
  const base = addressOf(llm);
  const key = environment[KEY] || null;
  if (key !== null && base.protocol === "http:" && !isLoopback(base.hostname))
    throw new Misuse(`The key in ${KEY} would be sent to “${base.host}” unencrypted: give an https address.`);
  return { base: base.href.replace(/\/+$/, ""), models, key };
}

function addressOf(llm: string): URL {
  const address = URL.canParse(llm) ? new URL(llm) : null;
  if (!address || !/^https?:$/.test(address.protocol))
    throw new Misuse(`“${llm}” is no address of a server of models, such as http://localhost:11434/v1.`);
  if (address.username !== "" || address.password !== "")
    throw new Misuse(`A key does not belong in the address of --llm: give it in ${KEY}.`);
  address.search = "";
  address.hash = "";
  return address;
}

function isLoopback(host: string): boolean {
  // The name 127.0.0.1.example.org is somebody's.
  return host === "localhost" || host === "[::1]" || (/^127\./.test(host) && isIPv4(host));
}
