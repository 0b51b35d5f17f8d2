import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tools } from "../../lib/tools.ts";
import { Misuse } from "../input/misuse.ts";
import { root } from "../installation/root.ts";
import { writeJson } from "../json/write-json.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import { newAccessToken, type Scope, type StoredToken, scopes, storedForm } from "./access-token.ts";
import { serveApi } from "./api-server.ts";
import { askEndpoint } from "./ask-endpoint.ts";
import { clientSource } from "./client-source.ts";
import { documentEndpoints } from "./document-endpoints.ts";
import type { Endpoint } from "./endpoint.ts";
import { libraryEndpoints } from "./endpoints.ts";
import { describeApi } from "./open-api.ts";
import { queryEndpoint } from "./query-endpoint.ts";
import { ServedLibrary } from "./served-library.ts";
import { defaultTokenFile, readTokens, writeTokens } from "./token-file.ts";

/** What `yuheng serve --api` was given. */
export interface ApiRequest {
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** The file of tokens; that of the user's settings if left out. */
  readonly tokens: string | undefined;
  /** The scopes of a token that is made first. */
  readonly newToken: string | undefined;
  /** Requests a minute and token. */
  readonly rate: number | undefined;
  /** Where the client is written, instead of serving. */
  readonly client: string | undefined;
  readonly json: boolean;
}

const DEFAULT_PORT = 5180;
const DEFAULT_RATE = 600;
const LOOPBACK = "127.0.0.1";

/** The variables of the environment with a token, and with its scopes (all if left out). */
const ENVIRONMENT = { token: "YUHENG_API_TOKEN", scopes: "YUHENG_API_SCOPES" };

/** `yuheng serve --api`: serves the HTTP interface until it is ended, or writes its client. */
export async function serveApiCommand(request: ApiRequest): Promise<number> {
  const library = await ServedLibrary.open();
  try {
    const endpoints = allEndpoints(library);
    if (request.client !== undefined) {
      await writeWhole(request.client, clientSource(describeApi(endpoints, tools, ownVersion())));
      return 0;
    }
    const { host = LOOPBACK } = request;
    if (host !== LOOPBACK && request.tokens === undefined)
      throw new Misuse("Beyond this machine (--host), name the file of the tokens that may use it: --tokens FILE.");
    const { known, made } = await tokensFor(request);
    const rate = request.rate ?? DEFAULT_RATE;
    const server = await serveApi({
      endpoints,
      tokens: known,
      rate: { burst: Math.max(1, Math.ceil(rate / 10)), perMinute: rate },
      host,
      port: request.port ?? DEFAULT_PORT,
      clock: () => performance.now(),
      log: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") throw new Misuse(`Port ${request.port ?? DEFAULT_PORT} is already in use.`);
      throw error;
    });
    if (made) process.stderr.write(`Token (${made.scopes.join(", ")}), shown only now: ${made.token}\n`);
    if (request.json) writeJson("serve", { address: server.address, folder: join(root, "datasets"), notebook: null });
    else process.stdout.write(`Yuheng Notebook, HTTP interface: ${server.address}/docs  (Ctrl+C ends it)\n`);
    try {
      await untilInterrupted(
        (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      );
    } finally {
      await server.close();
    }
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return error.exitCode;
    throw error;
  } finally {
    await library.close();
  }
}

/** Everything that the interface answers. */
export function allEndpoints(library: ServedLibrary): readonly Endpoint[] {
  const described = [...libraryEndpoints(library), queryEndpoint(library), askEndpoint(library)];
  return [...described, ...documentEndpoints(described, ownVersion())];
}

/** The tokens that are known, and the one that was just made: by request, or because there was none. Throws Misuse. */
async function tokensFor({ tokens: named, newToken }: ApiRequest) {
  const given = process.env[ENVIRONMENT.token];
  const ofEnvironment: readonly StoredToken[] =
    given === undefined
      ? []
      : [storedForm(given, "environment", readScopes(process.env[ENVIRONMENT.scopes] ?? scopes.join()))];
  if (given !== undefined && given.length < 24)
    throw new Misuse(`The token in ${ENVIRONMENT.token} is short enough to be guessed: give at least 24 characters.`);
  const file = named ?? defaultTokenFile();
  const stored = await readTokens(file);
  if (newToken === undefined && stored.length + ofEnvironment.length > 0)
    return { known: [...stored, ...ofEnvironment], made: null };
  const allowed = readScopes(newToken ?? scopes.join());
  const made = newAccessToken(`token ${stored.length + 1}`, allowed);
  const all = [...stored, made.stored];
  await writeTokens(file, all);
  return { known: [...all, ...ofEnvironment], made: { token: made.token, scopes: allowed } };
}

/** Throws Misuse. */
function readScopes(given: string): readonly Scope[] {
  const words = given.split(",").map((word) => word.trim());
  const wrong = words.find((word) => !(scopes as readonly string[]).includes(word));
  if (wrong !== undefined) throw new Misuse(`“${wrong}” is no scope: there are ${scopes.join(" and ")}.`);
  return words as Scope[];
}

function ownVersion(): string {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
