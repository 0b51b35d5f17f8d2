import { setFlagsFromString } from "node:v8";

// Imported before kernels are compiled: later versions have relaxed SIMD without asking, version 20 has it behind this.
if (process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
