import type { z } from "zod";
import type { Sentence } from "../message/message.ts";
import type { Work } from "../numeric/work.ts";
import type { Read } from "./read.ts";
import type { Reference } from "./reference.ts";
import type { Labels } from "./resource-handle.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { strict } from "./strict.ts";
import type { TableDeclaration } from "./table.ts";

/**
 * A large object that is opened once, cached in a worker, labelled, evicted if memory is short, and opened again: an
 * input–output table, a product system, a grid. Its domain declares it; cache, handles and calls are the same for all.
 */
export interface Resource<Request = unknown, Opened = unknown> {
  readonly kind: ResourceKind<Request>;
  /** The schema of a request. */
  readonly request: z.ZodType<Request>;
  /** The name of the step while it is opened. */
  readonly opening: Sentence;
  // Methods, not properties, so that resources of different requests fit in one list.
  open(request: Request, from: ResourceSource, work: Work): Promise<Opened>;
  /** Labels of results, so that they can be read without the resource. */
  labels(opened: Opened, request: Request): Labels;
  /** Its size in memory, bytes. */
  size(opened: Opened): number;
  /** Maximum number in the cache, regardless of size. */
  readonly most?: number;
  /** Releases what can be prepared again on demand; called when another resource with this method is used. */
  release?(opened: Opened): void;
  /** The cache key of a request; default: the request itself. */
  keyOf?(request: Request): unknown;
  /** For requests with cheap changes of a cached resource: the cached base, and the change, applied with each call. */
  readonly overlay?: {
    base(request: Request): Request;
    apply(base: Opened, request: Request): Opened;
  };
  /** For resources that tools make: the object to cache. */
  made?(made: unknown): Opened;
  /** Named queries that are answered without a tool. */
  readonly views?: Readonly<Record<string, View<Opened>>>;
  /** Types for the language service; if omitted, cells see only its handle. */
  readonly typing?: ResourceTyping;
  /** For the build: the requests that a call in the source of a cell may make. */
  readonly staticCall?: StaticCall<Request>;
}

/** The sources for opening a resource. */
export interface ResourceSource {
  /** Columns of datasets, decoded only for this opening. */
  readonly read: Read;
  /** Opens another resource that this one is based on. */
  open(reference: Reference): Promise<unknown>;
}

/** A query on an opened resource, with its input. */
export interface View<Opened = unknown> {
  readonly input: z.ZodType;
  answer(opened: Opened, input: unknown, work: Work): Promise<unknown> | unknown;
  /** Tables of the answer; their `about` is the labels of the resource. */
  readonly tablesOut?: Readonly<Record<string, TableDeclaration>>;
}

/** The types of a resource, which its module exports. */
export interface ResourceTyping {
  /**
   * The modules of the types, that of the handle first; paths from the root. An editor reads these alone: a type that a cell needs is
   * written out in them, and does not come from a schema.
   */
  readonly modules: readonly string[];
  /** Names of the types for cells. */
  readonly types: readonly string[];
  readonly handle: string;
  /** The handle on a resource that a tool made, which has its labels. */
  readonly made: string;
  readonly labels: string;
  /** Types of the functions that namespaces have besides their tools, by namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** A call in cells that opens a resource: `consumption.table({year: 2007})`. */
export interface StaticCall<Request> {
  readonly function: string;
  /** `written` has the fields of the call: a number or a text, or undefined if only a run can determine it. */
  requests(written: ReadonlyMap<string, number | string | undefined>): readonly Request[];
}

/**
 * Declares a resource, with the types of its request and of the opened object. Its requests, and the inputs of its views, refuse fields
 * that they do not declare; see `strict`.
 */
export function defineResource<Request, Opened>(resource: Resource<Request, Opened>): Resource<Request, Opened> {
  const { request, views } = resource;
  const strictViews =
    views && Object.entries(views).map(([name, view]) => [name, { ...view, input: strict(view.input) }]);
  return { ...resource, request: strict(request), ...(strictViews && { views: Object.fromEntries(strictViews) }) };
}
