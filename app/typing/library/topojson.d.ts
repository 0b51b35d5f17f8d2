// topojson-client, in short. What comes out depends on the kind of object that goes in, which no type of a file can tell.

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
  /** What the file says of it. */
  properties: any;
  geometry: any;
}

/** A collection where the object is one, a feature otherwise. */
export interface Features extends Feature {
  features: Feature[];
}

/** The GeoJSON feature, or collection of features, of an object of a topology. */
export function feature(topology: Topology, object: any): Features;
/** The borders of an object's geometries as lines; the filter is given the two geometries on either side. */
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
