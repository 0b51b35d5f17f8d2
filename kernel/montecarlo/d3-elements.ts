import { stub } from "./prose.ts";

// The exports of d3 that create or modify elements, replaced by stubs, because draws have no DOM. The program of the draw
// workers uses this module instead of `d3-axis`, `d3-brush`, `d3-drag`, `d3-selection` and `d3-transition`.

export const axisBottom = stub;
export const axisLeft = stub;
export const axisRight = stub;
export const axisTop = stub;
export const brush = stub;
export const brushSelection = stub;
export const brushX = stub;
export const brushY = stub;
export const drag = stub;
export const dragDisable = stub;
export const dragEnable = stub;
export const create = stub;
export const creator = stub;
export const local = stub;
export const matcher = stub;
export const namespace = stub;
export const namespaces = stub;
export const pointer = stub;
export const pointers = stub;
export const select = stub;
export const selectAll = stub;
export const selection = stub;
export const selector = stub;
export const selectorAll = stub;
export const style = stub;
export const window = stub;
export const active = stub;
export const interrupt = stub;
export const transition = stub;
