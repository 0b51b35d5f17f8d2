import { expose } from "../boundary/endpoint.ts";
import { trustCells } from "../markup/trusted-types.ts";
import { type FunctionApi, functionRequests } from "./function-api.ts";
import { functionService } from "./function-service.ts";

trustCells();

// The program of a function worker. It is built into one classic script, because the frame has an opaque origin.
expose<FunctionApi>(functionService(), globalThis, functionRequests);
