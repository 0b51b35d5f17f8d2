/** 投入产出核算的说明（lib/mrio、lib/tools）。 */
export const libraryZhCn: Record<string, string> = {
  "The spectral radius of A is {radius}, and must be below 1 (Hawkins–Simon condition): multipliers are negative in places and cannot be read, and rounds of supply grow without end. These sectors use up, directly and through each other, all that they make or more: {rows}.":
    "A 的谱半径为 {radius}，应小于 1（霍金斯–西蒙条件）：部分乘数为负，没有意义，供应轮次会无限增大。以下部门直接或相互之间耗尽了自身的产出，甚至更多：{rows}。",
  "A has {cells}, and the spectral radius of its absolute values is not below 1: rounds of supply are not known to die away, and multipliers may be negative.":
    "A 有 {cells}，且其绝对值矩阵的谱半径不小于 1：无法确定供应轮次会逐渐消失，乘数可能为负。",
  "{cells#} negative cells": "{cells} 个负元素",
  "{cells#} negative cell": "{cells} 个负元素",
};
