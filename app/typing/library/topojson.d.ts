// Short declarations of topojson-client. Results depend on the kind of object in the file, which types cannot express.

export interface Topology {
  type: "Topology";
  /** The geometries by name. */
  objects: Record<string, any>;
  arcs: number[][][];
  bbox?: number[];
  transform?: { scale: [number, number]; translate: [number, number] };
}

export interface Feature {
  type: string;
  id?: string | number;
  /** The properties in the file. */
  properties: any;
  geometry: any;
}

/** A collection if the object is one, else a feature. */
export interface Features extends Feature {
  features: Feature[];
}

/** The GeoJSON feature, or collection of features, of an object of a topology. */
export function feature(topology: Topology, object: any): Features;
/** The borders of an object's geometries as lines; the filter is called with the two adjacent geometries. */
export function mesh(topology: Topology, object?: any, filter?: (a: any, b: any) => boolean): any;
export function meshArcs(topology: Topology, object?: any, filter?: (a: any, b: any) => boolean): any;
/** Several polygons as one. */
export function merge(topology: Topology, objects: any[]): any;
export function mergeArcs(topology: Topology, objects: any[]): any;
/** For each object, the indices of those that share a border with it. */
export function neighbors(objects: any[]): number[][];
export function bbox(topology: Topology): [number, number, number, number];
export function quantize(topology: Topology, transform: number | object): Topology;
export function transform(transform: object): (point: number[], index?: number) => number[];
export function untransform(transform: object): (point: number[], index?: number) => number[];
export as namespace topojson;
