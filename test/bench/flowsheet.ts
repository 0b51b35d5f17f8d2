// Part of `npm run bench:industry`: flowsheets by both methods as they grow, and a year of simulated hours.
import { simulate } from "../../lib/industry/dynamics/simulate.ts";
import type { Block } from "../../lib/industry/flowsheet/block.ts";
import type { Sheet } from "../../lib/industry/flowsheet/sheet.ts";
import { type SolvingOptions, solveFlowsheet } from "../../lib/industry/flowsheet/solve-flowsheet.ts";
import type { Arithmetic } from "../../lib/numeric/automatic/arithmetic.ts";

/** Trains of mixer, nonlinear reactor, exchanger, separator and purge, five blocks each, whose recycle passes all of the train. */
function sheetOf(trains: number, size: number): Sheet {
  const blocks: Block[] = [];
  for (let t = 0; t < trains; t++) {
    const own = (name: string) => `${name} ${t}`;
    const incoming = t === 0 ? "feed" : `product ${t - 1}`;
    blocks.push(
      {
        name: own("mixer"),
        inlets: [incoming, own("recycle")],
        outlets: [own("charge")],
        evaluate: (a, [x, y]) => [x!.map((each, i) => a.add(each, y![i]!))],
      },
      {
        name: own("reactor"),
        inlets: [own("charge")],
        outlets: [own("effluent")],
        evaluate<N>(a: Arithmetic<N>, [x]: readonly (readonly N[])[]) {
          // Saturating kinetics: conversion falls with the total flow.
          const total = a.add(a.sum(x!), a.of(200));
          const extent = a.div(a.mul(x![0]!, a.of(120)), total);
          return [[a.sub(x![0]!, extent), a.add(x![1]!, extent), ...x!.slice(2)]];
        },
      },
      {
        name: own("exchanger"),
        inlets: [own("effluent")],
        outlets: [own("cooled")],
        evaluate: (a, [x]) => [[...x!.slice(0, -1), a.scale(x!.at(-1)!, 0.7)]],
      },
      {
        name: own("separator"),
        inlets: [own("cooled")],
        outlets: [own("product"), own("gas")],
        evaluate: (a, [x]) => [
          x!.map((each, i) => a.scale(each, i === 1 ? 0.95 : 0.2)),
          x!.map((each, i) => a.scale(each, i === 1 ? 0.05 : 0.8)),
        ],
      },
      {
        name: own("purge"),
        inlets: [own("gas")],
        outlets: [own("recycle"), own("purged")],
        evaluate: (a, [x]) => [x!.map((each) => a.scale(each, 0.95)), x!.map((each) => a.scale(each, 0.05))],
      },
    );
  }
  return { size, feeds: { feed: Array.from({ length: size }, (_, i) => 100 / (1 + i)) }, blocks };
}

for (const trains of [2, 10, 40, 100])
  for (const size of [6, 20]) {
    const sheet = sheetOf(trains, size);
    for (const method of ["Wegstein", "Newton"] as const) {
      const options: SolvingOptions = { method };
      for (let i = 0; i < 5; i++) await solveFlowsheet(sheet, options);
      const times: number[] = [];
      let last = await solveFlowsheet(sheet, options);
      for (let i = 0; i < 11; i++) {
        const began = performance.now();
        last = await solveFlowsheet(sheet, options);
        times.push(performance.now() - began);
      }
      const median = times.sort((a, b) => a - b)[5]!;
      console.log(
        `${sheet.blocks.length} blocks, ${last.degrees.unknowns} numbers, ${method}: median ${median.toFixed(1)} ms, ${last.iterations} iterations, residual ${last.residual.toExponential(1)}`,
      );
    }
  }

/** A year with days and calm weeks, of an electrolyser with and without a heat store. */
const hours = Array.from({ length: 8760 }, (_, t) => t);
const supply = hours.map(
  (t) => 12 * Math.max(0, Math.sin((2 * Math.PI * (t - 6)) / 24)) + 8 * (1 + Math.sin((2 * Math.PI * t) / 137)),
);
for (const withStore of [false, true]) {
  const began = performance.now();
  const { residuals, steps } = await simulate({
    supply,
    load: hours.map(() => 6),
    importMost: Number.POSITIVE_INFINITY,
    electrolyser: {
      capacity: 15,
      partLoad: [
        { load: 0.2, consumption: 50 },
        { load: 1, consumption: 54 },
      ],
      minimumLoad: 0.2,
      ramp: 0.5,
      startUp: 1,
      startUpPower: 0.3,
      standby: 4,
      standbyPower: 0.2,
      heatRecovery: 0.15,
    },
    tank: { capacity: 5000, start: 0, loss: 1e-4 },
    hydrogenDemand: hours.map(() => 120),
    store: withStore
      ? { heatCapacity: 1, lossCoefficient: 0.005, ambient: 15, lowest: 50, highest: 90, band: 1, start: 60, heater: 2 }
      : undefined,
    heatDemand: hours.map(() => 1.5),
    heatingValue: 33.33,
  });
  const time = ((performance.now() - began) / 1000).toFixed(2);
  const shown = Object.values(residuals).map((value) => value.toExponential(0));
  console.log(
    `8,760 hours ${withStore ? "with" : "without"} a heat store: ${time} s, ${steps} steps of RODAS, residuals ${shown.join(", ")}`,
  );
}
