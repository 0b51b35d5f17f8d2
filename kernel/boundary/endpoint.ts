import * as Comlink from "comlink";
import { Fault } from "../../lib/message/fault.ts";
import { unseeded } from "../../lib/numeric/realm-random.ts";
import { BoundaryError, reasonOf } from "./boundary-error.ts";
import {
  type Answers,
  type Arguments,
  type Callback,
  isCallback,
  type Reader,
  type Requests,
  trusted,
} from "./rule.ts";
import { readFault, restoreFault, serializeFault } from "./serialized-fault.ts";
import { tooLarge } from "./too-large.ts";

/**
 * Calls across a boundary between realms, by comlink, restricted to declared methods whose arguments and answers were validated by
 * their readers. Comlink's own protocol also gets and sets properties, constructs objects, and follows paths such as
 * `edit.constructor`, which is `Function`; the other side of a port can send all of that, whatever its program was written to send.
 * Each message is therefore validated and rebuilt before comlink sees it.
 *
 * An interface may be nested by feature; on the wire it is flat: `api.document.edit` is called by the single name `document.edit`,
 * which is looked up in the table of declared methods. Names received through the port are never used to walk from object
 * to object.
 */

/** The methods of the other side, directly or nested by feature. Each returns a promise. */
export type Remote<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends Method ? Called<Api[Name]> : Remote<Api[Name]>;
};

type Method = (...values: never[]) => unknown;

type Called<Method> = Method extends (...values: infer Values) => infer Answer
  ? (...values: Values) => Promise<Awaited<Answer>>
  : never;

/**
 * Lets the other side call the declared methods. `onRefused` is called for every message that was rejected, and may return another error
 * to answer with.
 */
export function expose<Api extends object>(
  api: Api,
  endpoint: Comlink.Endpoint,
  requests: Requests<Api>,
  onRefused: (error: BoundaryError) => unknown = () => undefined,
): void {
  const methods: Record<string, unknown> = Object.create(null);
  const rules: Record<string, Arguments> = Object.assign(Object.create(null), requests);
  for (const name of Object.keys(rules)) {
    const method = methodOf(api, name);
    methods[name] = async (values: readonly unknown[], ports: readonly MessagePort[]) => {
      try {
        return await method(...values);
      } finally {
        // Callbacks passed with the call are not used after it has settled.
        for (const port of ports) port.close();
      }
    };
  }
  const read = (data: unknown): object | null => {
    const request = requestOf(data);
    if (!request) return null;
    const { id, type, path, argumentList } = request;
    const [name] = path;
    try {
      if (type !== "APPLY") throw new BoundaryError(path.join("."), "only methods can be called");
      const rule = path.length === 1 ? rules[name!] : undefined;
      if (!rule) throw new BoundaryError(path.join("."), "there is no such method");
      return { id, type, path: [name], argumentList: readArguments(name!, argumentList, rule).map(raw) };
    } catch (error) {
      const refusal = error instanceof BoundaryError ? error : new BoundaryError(name ?? "", reasonOf(error));
      const other = onRefused(refusal);
      endpoint.postMessage({ id, ...thrown(other instanceof Error ? other : refusal) });
      return null;
    }
  };
  Comlink.expose(methods, filterEndpoint(endpoint, read));
}

/** A declared method, bound to the object of the interface that it belongs to. */
function methodOf(api: object, name: string): (...values: unknown[]) => unknown {
  const [first, second] = name.split(".") as [string, string | undefined];
  const part = second === undefined ? api : (api as Record<string, object>)[first];
  const methods = part as Record<string, (...values: unknown[]) => unknown>;
  return methods[second ?? first]!.bind(part);
}

/**
 * The methods of the other side. Their answers are validated by a reader each, or by `trusted` for a realm that we trust; an answer
 * that its reader does not accept rejects with a `BoundaryError`.
 */
export function wrap<Api>(endpoint: Comlink.Endpoint, answers: Answers<Api> | typeof trusted): Remote<Api> {
  if (answers === trusted) return wrapped(endpoint, () => trusted);
  const readers: Record<string, Reader> = Object.assign(Object.create(null), answers);
  return wrapped(endpoint, (name) => readers[name]);
}

function wrapped<Api>(endpoint: Comlink.Endpoint, readerOf: (name: string) => Reader | undefined): Remote<Api> {
  return Comlink.wrap(clientEndpoint(endpoint, readerOf)) as unknown as Remote<Api>;
}

/**
 * Marks a function so that it can be passed across the boundary as an argument. When `until` is aborted, every port through which it
 * was passed is closed: an open port would keep a Node process running when the other side has ended without releasing it.
 */
export function callback<Called extends (...values: never[]) => unknown>(called: Called, until?: AbortSignal) {
  if (until) ends.set(called, until);
  return Comlink.proxy(called);
}

const ends = new WeakMap<object, AbortSignal>();

/** Marks parts of a value to be transferred instead of copied. */
export const { transfer } = Comlink;

// Messages to a function that we pass as an argument are validated, too. Functions that we receive are read by `readArguments`;
// a proxy anywhere else is rejected.
Comlink.transferHandlers.set("proxy", {
  canHandle: (value): value is (...values: unknown[]) => unknown =>
    typeof value === "function" && Comlink.proxyMarker in value,
  serialize: (ours: (...values: unknown[]) => unknown) => {
    const { port1, port2 } = new MessageChannel();
    const end = ends.get(ours);
    if (end?.aborted) port1.close();
    else end?.addEventListener("abort", () => port1.close(), { once: true });
    const read = (data: unknown): object | null => {
      // The other side has released the function.
      if (isRecord(data) && data.type === "RELEASE") port1.close();
      const request = requestOf(data);
      if (request?.type !== "APPLY" || request.path.length > 0) return null;
      return { ...request, argumentList: request.argumentList.map((each) => raw(rawValue(each))) };
    };
    Comlink.expose((...values: unknown[]) => ours(...values), filterEndpoint(port1, read));
    return [port2, [port2]];
  },
  deserialize: () => {
    throw new BoundaryError("proxy", "nothing is handed over here");
  },
});

// Errors keep all their details. Comlink's own handler keeps only name, message and stack.
const { canHandle } = Comlink.transferHandlers.get("throw")!;
Comlink.transferHandlers.set("throw", {
  canHandle: canHandle as (value: unknown) => value is { readonly value: unknown },
  serialize: ({ value }: { readonly value: unknown }) => [thrown(value).value, []],
  deserialize: ({ value }: ReturnType<typeof thrown>["value"]) => {
    const { fault, ...error } = value;
    throw fault ? restoreFault(fault, error.name, error.stack) : Object.assign(new Error(error.message), error);
  },
});

interface Request {
  readonly id: string;
  readonly type: string;
  readonly path: readonly string[];
  readonly argumentList: readonly unknown[];
}

const LONGEST_ID = 100;
const MOST_ARGUMENTS = 16;

/** Parses a message as a comlink request; null if it is anything else. */
function requestOf(data: unknown): Request | null {
  if (!isRecord(data)) return null;
  const { id, type, path, argumentList } = data;
  // An answer has another type, and no path. A proxy is released (`RELEASE`) by closing its port.
  if (typeof id !== "string" || id.length > LONGEST_ID || typeof type !== "string") return null;
  if (!/^(?:APPLY|GET|SET|CONSTRUCT|ENDPOINT)$/.test(type)) return null;
  const names = isList(path) ? path.filter((name) => typeof name === "string") : [];
  if (isList(path) && names.length !== path.length) return null;
  return { id, type, path: names, argumentList: isList(argumentList) ? argumentList.slice(0, MOST_ARGUMENTS) : [] };
}

/** Reads the arguments of an incoming call: the values, and the ports to close when it has settled. */
function readArguments(name: string, list: readonly unknown[], rule: Arguments): [unknown[], MessagePort[]] {
  const ports: MessagePort[] = [];
  const values = rule.map((each, i) => {
    const wire = list[i];
    if (!isCallback(each)) return readArgument(name, each, i < list.length ? wire : raw(undefined), i);
    const port = isRecord(wire) && wire.type === "HANDLER" && wire.name === "proxy" ? wire.value : undefined;
    if (!(port instanceof MessagePort)) throw new BoundaryError(name, `argument ${i + 1} should be a function`);
    if (!each.outlives) ports.push(port);
    return remoteFunction(port, each);
  });
  return [values, ports];
}

function readArgument(name: string, reader: Reader, wire: unknown, place: number): unknown {
  try {
    return reader.parse(rawValue(wire));
  } catch (error) {
    throw BoundaryError.ofArgument(name, place, error);
  }
}

/** A local function that calls a function of the other side. */
function remoteFunction(port: MessagePort, { callback }: Callback): (...values: unknown[]) => Promise<unknown> {
  const call = Comlink.wrap<(...values: unknown[]) => unknown>(clientEndpoint(port, () => callback ?? nothing));
  port.start();
  // Comlink draws a random id for each message; this must not consume the notebook's seeded random numbers.
  if (callback) return (...values) => unseeded(async () => call(...values));
  const done = () => {};
  return (...values) => unseeded(async () => call(...values)).then(done, done);
}

const nothing: Reader = { parse: () => undefined };

/** The calling side's endpoint: comlink receives only validated answers, and nested method paths are sent as one flat name. */
function clientEndpoint(endpoint: Comlink.Endpoint, readerOf: (name: string) => Reader | undefined): Comlink.Endpoint {
  const pending = new Map<string, string>();
  const read = (data: unknown): object | null => {
    if (!isRecord(data) || typeof data.id !== "string") return null;
    const { id } = data;
    const name = pending.get(id);
    if (name === undefined) return null;
    pending.delete(id);
    try {
      if (data.type === "HANDLER" && data.name === "throw") return { id, ...thrown(data.value) };
      const reader = readerOf(name);
      if (!reader) throw new BoundaryError(name, "nothing was to be answered");
      return { id, ...raw(reader.parse(rawValue(data))) };
    } catch (error) {
      return { id, ...thrown(error instanceof BoundaryError ? error : new BoundaryError(name, reasonOf(error))) };
    }
  };
  const filtered = filterEndpoint(endpoint, read);
  return {
    ...filtered,
    postMessage: (message: Partial<Request>, transfer) => {
      const { path = [] } = message;
      const name = path.join(".");
      if (message.type === "APPLY" && message.id) pending.set(message.id, name);
      filtered.postMessage(path.length > 1 ? { ...message, path: [name] } : message, transfer);
    },
  };
}

/**
 * An endpoint whose incoming messages pass through `read` first; those for which it returns null are dropped. An answer that is too large
 * to be copied is one in a sentence, and such a request throws it.
 */
function filterEndpoint(endpoint: Comlink.Endpoint, read: (data: unknown) => object | null): Comlink.Endpoint {
  return {
    postMessage: (message: Partial<Request>, transfer) => {
      try {
        endpoint.postMessage(message, transfer ?? []);
      } catch (error) {
        const fault = tooLarge(error);
        if (!fault || message.path) throw fault ?? error;
        endpoint.postMessage({ id: message.id, ...thrown(fault) });
      }
    },
    addEventListener: (type, listener) => {
      endpoint.addEventListener(type, (event) => {
        const data = read((event as MessageEvent).data);
        if (!data) return;
        const message = { data } as MessageEvent;
        if (typeof listener === "function") listener(message);
        else listener.handleEvent(message);
      });
    },
    // Comlink removes a listener only when it is asked to release the port, and such messages are dropped.
    removeEventListener: () => {},
    start: () => endpoint.start?.(),
  };
}

function raw(value: unknown) {
  return { type: "RAW", value };
}

function rawValue(wire: unknown): unknown {
  if (!isRecord(wire) || wire.type !== "RAW") throw new Error("a plain value was expected");
  return wire.value;
}

/** An error in comlink's form; name and message are always strings, whatever was received. */
function thrown(error: unknown) {
  const given = isRecord(error) && "isError" in error ? error.value : error;
  const { name, message, stack } = isRecord(given) ? given : { name: "Error", message: given, stack: undefined };
  const value = {
    name: typeof name === "string" ? name : "Error",
    message: typeof message === "object" || typeof message === "symbol" ? "" : String(message),
    stack: typeof stack === "string" ? stack : undefined,
    fault: given instanceof Fault ? serializeFault(given) : readFault(isRecord(given) ? given.fault : undefined),
  };
  return { type: "HANDLER", name: "throw", value: { isError: true, value } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
