import { ink } from "./prose.ts";

// What of d3 makes elements or changes them: in a draw, where there are none, a drawing. The program of the workers of draws
// has this in place of the packages `d3-axis`, `d3-brush`, `d3-drag`, `d3-selection` and `d3-transition`.

export const axisBottom = ink;
export const axisLeft = ink;
export const axisRight = ink;
export const axisTop = ink;
export const brush = ink;
export const brushSelection = ink;
export const brushX = ink;
export const brushY = ink;
export const drag = ink;
export const dragDisable = ink;
export const dragEnable = ink;
export const create = ink;
export const creator = ink;
export const local = ink;
export const matcher = ink;
export const namespace = ink;
export const namespaces = ink;
export const pointer = ink;
export const pointers = ink;
export const select = ink;
export const selectAll = ink;
export const selection = ink;
export const selector = ink;
export const selectorAll = ink;
export const style = ink;
export const window = ink;
export const active = ink;
export const interrupt = ink;
export const transition = ink;
