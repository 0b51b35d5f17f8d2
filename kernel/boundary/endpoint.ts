import * as Comlink from "comlink";
import { Fault } from "../../lib/message/fault.ts";
import { unseeded } from "../stdlib/chance.ts";
import { BoundaryError, reasonOf } from "./boundary-error.ts";
import { faultOf, formOf, readFault } from "./fault-form.ts";
import {
  type Answers,
  type Arguments,
  type Callback,
  isCallback,
  type Reader,
  type Requests,
  trusted,
} from "./rule.ts";

/**
 * Calls through a wall between realms, by comlink, of which only this may pass: the call of a method that is declared, with
 * arguments that its readers took, and an answer that its reader took. Comlink's own protocol also reads and sets properties,
 * constructs, and follows paths such as `edit.constructor`, which is `Function`; the other side of a port may say all of that, whatever the
 * program over there was written to say. So each message is read before comlink sees it, and made anew.
 *
 * An interface may be nested by feature; on the wire it is flat: `api.document.edit` is called by a path of the one name
 * `document.edit`, which is looked up in the table of what is declared. Nothing walks from object to object by names that came
 * through the port.
 */

/** The methods of the other side, or its features with theirs. Each answers with a promise. */
export type Remote<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends Method ? Called<Api[Name]> : Remote<Api[Name]>;
};

type Method = (...values: never[]) => unknown;

type Called<Method> = Method extends (...values: infer Values) => infer Answer
  ? (...values: Values) => Promise<Awaited<Answer>>
  : never;

/** Lets the other side call the methods declared. `refused` hears of what was not let through. */
export function expose<Api extends object>(
  api: Api,
  endpoint: Comlink.Endpoint,
  requests: Requests<Api>,
  refused: (error: BoundaryError) => void = () => {},
): void {
  const methods: Record<string, unknown> = Object.create(null);
  const rules: Record<string, Arguments> = Object.assign(Object.create(null), requests);
  for (const name of Object.keys(rules)) {
    const method = methodOf(api, name);
    methods[name] = async (values: readonly unknown[], ports: readonly MessagePort[]) => {
      try {
        return await method(...values);
      } finally {
        // The functions that came with the call are called no more.
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
      endpoint.postMessage({ id, ...thrown(refusal) });
      refused(refusal);
      return null;
    }
  };
  Comlink.expose(methods, through(endpoint, read));
}

/** A method that is declared, bound to the part of the interface that it belongs to. */
function methodOf(api: object, name: string): (...values: unknown[]) => unknown {
  const [first, second] = name.split(".") as [string, string | undefined];
  const part = second === undefined ? api : (api as Record<string, object>)[first];
  const methods = part as Record<string, (...values: unknown[]) => unknown>;
  return methods[second ?? first]!.bind(part);
}

/**
 * The other side's methods. What they give back is read, of a realm that we trust by one reader for all; what its reader does not
 * take rejects with a `BoundaryError`.
 */
export function wrap<Api>(endpoint: Comlink.Endpoint, answers: Answers<Api> | typeof trusted): Remote<Api> {
  if (answers === trusted) return wrapped(endpoint, () => trusted);
  const readers: Record<string, Reader> = Object.assign(Object.create(null), answers);
  return wrapped(endpoint, (name) => readers[name]);
}

function wrapped<Api>(endpoint: Comlink.Endpoint, readerOf: (name: string) => Reader | undefined): Remote<Api> {
  return Comlink.wrap(answered(endpoint, readerOf)) as unknown as Remote<Api>;
}

/** A function of ours, to be handed through a wall as an argument. */
export const { proxy: callback } = Comlink;

/** A value of which some parts are handed over instead of copied. */
export const { transfer } = Comlink;

// What comlink exposes for a function that is handed over goes through a gate, too. What comes the other way is read by
// `readArguments`: a proxy anywhere else is none.
Comlink.transferHandlers.set("proxy", {
  canHandle: (value): value is (...values: unknown[]) => unknown =>
    typeof value === "function" && Comlink.proxyMarker in value,
  serialize: (ours: (...values: unknown[]) => unknown) => {
    const { port1, port2 } = new MessageChannel();
    const read = (data: unknown): object | null => {
      // The other side has let go of it.
      if (isRecord(data) && data.type === "RELEASE") port1.close();
      const request = requestOf(data);
      if (request?.type !== "APPLY" || request.path.length > 0) return null;
      return { ...request, argumentList: request.argumentList.map((each) => raw(rawValue(each))) };
    };
    Comlink.expose((...values: unknown[]) => ours(...values), through(port1, read));
    return [port2, [port2]];
  },
  deserialize: () => {
    throw new BoundaryError("proxy", "nothing is handed over here");
  },
});

// What is thrown passes with all that it says. Comlink's own handler keeps name, message and stack alone.
const { canHandle } = Comlink.transferHandlers.get("throw")!;
Comlink.transferHandlers.set("throw", {
  canHandle: canHandle as (value: unknown) => value is { readonly value: unknown },
  serialize: ({ value }: { readonly value: unknown }) => [thrown(value).value, []],
  deserialize: ({ value }: ReturnType<typeof thrown>["value"]) => {
    const { fault, ...error } = value;
    throw fault ? faultOf(fault, error.name, error.stack) : Object.assign(new Error(error.message), error);
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

/** A message as a request of comlink's; null where it is something else. */
function requestOf(data: unknown): Request | null {
  if (!isRecord(data)) return null;
  const { id, type, path, argumentList } = data;
  // An answer has a type of another kind, and no path. What is let go (`RELEASE`) is let go by closing its port.
  if (typeof id !== "string" || id.length > LONGEST_ID || typeof type !== "string") return null;
  if (!/^(?:APPLY|GET|SET|CONSTRUCT|ENDPOINT)$/.test(type)) return null;
  const names = isList(path) ? path.filter((name) => typeof name === "string") : [];
  if (isList(path) && names.length !== path.length) return null;
  return { id, type, path: names, argumentList: isList(argumentList) ? argumentList.slice(0, MOST_ARGUMENTS) : [] };
}

/** The arguments of a call, for our side of it: the values, and the ports to be closed in its end. */
function readArguments(name: string, list: readonly unknown[], rule: Arguments): [unknown[], MessagePort[]] {
  const ports: MessagePort[] = [];
  const values = rule.map((each, i) => {
    const wire = list[i];
    if (!isCallback(each)) return readArgument(each, i < list.length ? wire : raw(undefined), i);
    const port = isRecord(wire) && wire.type === "HANDLER" && wire.name === "proxy" ? wire.value : undefined;
    if (!(port instanceof MessagePort)) throw new BoundaryError(name, `argument ${i + 1} should be a function`);
    if (!each.outlives) ports.push(port);
    return theirs(port, each);
  });
  return [values, ports];
}

function readArgument(reader: Reader, wire: unknown, place: number): unknown {
  try {
    return reader.parse(rawValue(wire));
  } catch (error) {
    throw new Error(`argument ${place + 1}, ${reasonOf(error)}`);
  }
}

/** A function of the other side. */
function theirs(port: MessagePort, { callback }: Callback): (...values: unknown[]) => Promise<unknown> {
  const call = Comlink.wrap<(...values: unknown[]) => unknown>(answered(port, () => callback ?? nothing));
  port.start();
  // A message has an id, which is drawn by chance; that is not the notebook's.
  if (callback) return (...values) => unseeded(async () => call(...values));
  const done = () => {};
  return (...values) => unseeded(async () => call(...values)).then(done, done);
}

const nothing: Reader = { parse: () => undefined };

/** An endpoint on which comlink finds only answers that were read, and speaks of a method of a feature by one name. */
function answered(endpoint: Comlink.Endpoint, readerOf: (name: string) => Reader | undefined): Comlink.Endpoint {
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
  const gated = through(endpoint, read);
  return {
    ...gated,
    postMessage: (message: Partial<Request>, transfer) => {
      const { path = [] } = message;
      const name = path.join(".");
      if (message.type === "APPLY" && message.id) pending.set(message.id, name);
      gated.postMessage(path.length > 1 ? { ...message, path: [name] } : message, transfer);
    },
  };
}

/** An endpoint whose messages are read first; those that give null do not arrive. */
function through(endpoint: Comlink.Endpoint, read: (data: unknown) => object | null): Comlink.Endpoint {
  return {
    postMessage: (message, transfer) => endpoint.postMessage(message, transfer ?? []),
    addEventListener: (type, listener) => {
      endpoint.addEventListener(type, (event) => {
        const data = read((event as MessageEvent).data);
        if (!data) return;
        const message = { data } as MessageEvent;
        if (typeof listener === "function") listener(message);
        else listener.handleEvent(message);
      });
    },
    // Comlink takes a listener away only where it is asked to let go of the port, which is not let through.
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

/** An error in comlink's form: its name and its words, which are texts whatever came. */
function thrown(error: unknown) {
  const given = isRecord(error) && "isError" in error ? error.value : error;
  const { name, message, stack } = isRecord(given) ? given : { name: "Error", message: given, stack: undefined };
  const value = {
    name: typeof name === "string" ? name : "Error",
    message: typeof message === "object" || typeof message === "symbol" ? "" : String(message),
    stack: typeof stack === "string" ? stack : undefined,
    fault: given instanceof Fault ? formOf(given) : readFault(isRecord(given) ? given.fault : undefined),
  };
  return { type: "HANDLER", name: "throw", value: { isError: true, value } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
