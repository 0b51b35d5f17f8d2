import { expose } from "../../boundary/endpoint.ts";
import { deskRequests } from "./desk-api.ts";
import { deskJobs } from "./desk-jobs.ts";

expose(deskJobs(), globalThis, deskRequests);
