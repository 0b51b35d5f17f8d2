import { StaticHost } from "../e2e/built-site.ts";

void StaticHost.open("/tmp/frame/site").then((h) => {
  console.log(h.address(""));
});
