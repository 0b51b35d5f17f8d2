import type { z } from "zod";
import type { Sentence } from "../message/message.ts";
import type { Work } from "../numeric/work.ts";
import type { Read } from "./read.ts";
import type { Reference } from "./reference.ts";
import type { Labels } from "./resource-handle.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { TableDeclaration } from "./table.ts";

/**
 * Something large that is opened once, kept in a worker, labelled, given up when there is no room, and opened again: an
 * input–output table, a product system, a grid. Its domain declares it; cache, handles and calls are the same for all.
 */
export interface Resource<Request = unknown, Opened = unknown> {
  readonly kind: ResourceKind<Request>;
  /** What a request must be, whoever wrote it. */
  readonly request: z.ZodType<Request>;
  /** What is told while it is opened. */
  readonly opening: Sentence;
  // Methods, not properties: resources of different requests then share one list.
  open(request: Request, from: ResourceSource, work: Work): Promise<Opened>;
  /** What belongs to results on it, so that they are read without it. */
  labels(opened: Opened, request: Request): Labels;
  /** Bytes that it keeps. */
  size(opened: Opened): number;
  /** How many are kept at most, however small they are. */
  readonly most?: number;
  /** Gives up what is prepared again when asked for; called when another resource that has this is used. */
  rest?(opened: Opened): void;
  /** What requests for the same have in common; the request itself if left out. */
  keyOf?(request: Request): unknown;
  /** For requests that change a kept resource in passing: what is kept, and the change, laid over it with each call. */
  readonly overlay?: {
    base(request: Request): Request;
    lay(base: Opened, request: Request): Opened;
  };
  /** For resources that tools make: what is kept of what the tool made. */
  made?(made: unknown): Opened;
  /** Named questions that are answered without a tool. */
  readonly views?: Readonly<Record<string, View<Opened>>>;
  /** How the declarations of the language service know it; without, cells see its handle alone. */
  readonly typing?: ResourceTyping;
  /** For the build: the requests that a call in the text of a cell may mean. */
  readonly called?: CalledInText<Request>;
}

/** What a resource is opened from. */
export interface ResourceSource {
  /** Columns of datasets, decoded for this opening alone. */
  readonly read: Read;
  /** Another resource on which this one stands. */
  open(reference: Reference): Promise<unknown>;
}

/** A question on an opened resource, with what it takes besides. */
export interface View<Opened = unknown> {
  readonly input: z.ZodType;
  answer(opened: Opened, input: unknown, work: Work): Promise<unknown> | unknown;
  /** The tables that an answer gives besides; what it is about are the labels of the resource. */
  readonly tablesOut?: Readonly<Record<string, TableDeclaration>>;
}

/** The types of a resource, which its module exports. */
export interface ResourceTyping {
  /** The modules in which the types stand, that of the handle first; paths from the root. */
  readonly modules: readonly string[];
  /** Names of the types by which cells know them. */
  readonly types: readonly string[];
  readonly handle: string;
  /** The handle on one that a tool made, which has its labels. */
  readonly made: string;
  readonly labels: string;
  /** What namespaces have for it besides their tools: the type, by namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** A call by which cells name a resource: `consumption.table({year: 2007})`. */
export interface CalledInText<Request> {
  readonly function: string;
  /** `written` has the fields that the call names: a number or a text, or undefined where only a run can tell. */
  requests(written: ReadonlyMap<string, number | string | undefined>): readonly Request[];
}

/** Declares a resource, with the types of its request and of what is opened. */
export function defineResource<Request, Opened>(resource: Resource<Request, Opened>): Resource<Request, Opened> {
  return resource;
}
