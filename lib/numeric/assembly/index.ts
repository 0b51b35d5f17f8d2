/* The numeric kernels. No heap, no globals: every array belongs to the caller, at an address in the imported memory. */
export { gemm, gemmScratch } from "./gemm";
export { gemv, gemvTransposed } from "./gemv";
export { csrGemm, csrTransposedGemm, eight, nine, seventeen, sixteen, twentyFive, twentyFour } from "./csr";
export { luPanel, solveLower, solveLowerTransposed, solveUpper, solveUpperTransposed, swapRows } from "./lu";
export { columnDots, scaleColumns, subtractColumns } from "./columns";
export { exponentialLanes, normalLanes } from "./draws";
export { regionSums } from "./grid";
export { gatherLanes, lengthenLanes, moveLanes, sweepLanes, weighLanes } from "./sweeps";
