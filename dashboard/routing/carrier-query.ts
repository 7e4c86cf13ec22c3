import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";

export const twilioQuery = queryOptions({
  queryKey: ["carriers", "twilio"],
  queryFn: () => bodyOf(api.carriers.twilio.$get({})),
});

export const telnyxQuery = queryOptions({
  queryKey: ["carriers", "telnyx"],
  queryFn: () => bodyOf(api.carriers.telnyx.$get({})),
});
